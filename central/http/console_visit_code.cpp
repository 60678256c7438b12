#include "central/http/console.h"
#include "central/visit_codes/visit_codes.h"
#include "central/web/visit_code_page.h"
#include "shared/protocol/visit_code.h"

namespace ce::http {
namespace {

using console::Room;

Result<std::string> code_page(Backend const& backend, Request const& request,
                              web::VisitCodeView const& view) {
  CE_TRY(auto const shell, console_frame(backend, request, Room::my_year, "到自助机办理"));
  return web::visit_code_page(shell, view);
}

Response show_code(Backend const& backend, Request const& request) {
  return console_answer(backend, request, code_page(backend, request, {}));
}

// The code stands in this one answer: it is in no address, and a look back shows the page without it.
Response make_code(Backend const& backend, Request const& request) {
  auto const& who = *request.signed_in;
  if (!who.actor.professional) return console_failure(backend, request, {FailureCode::person_unknown, {}});
  auto const made =
      visit_codes::make(backend.store, *who.actor.professional, who.account, backend.clock.now());
  if (!made) return console_failure(backend, request, made.failure());
  return console_answer(backend, request,
                        code_page(backend, request,
                                  {.text = protocol::visit_code_text(made->code),
                                   .until = china_minute_text(made->expires).substr(11)}));
}

}  // namespace

std::vector<Route> console_visit_code_routes(Backend const& backend) {
  return {console_route(backend, Method::get, "/console/year/kiosk", Room::my_year, show_code),
          console_route(backend, Method::post, "/console/year/kiosk", Room::my_year, make_code)};
}

}  // namespace ce::http
