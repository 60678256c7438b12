#include "central/console/home_view.h"
#include "central/console/own_view.h"
#include "central/http/console.h"

namespace ce::http {
namespace {

using console::Room;

Result<std::string> home(Backend const& backend, Request const& request) {
  CE_TRY(auto shell, console_frame(backend, request, Room::home));
  CE_TRY(auto const view, console::home_shown(visitor_of(backend, request)));
  shell.title = request.signed_in->shown_name + "，您好";
  return web::home_page(shell, view);
}

Result<std::string> year(Backend const& backend, Request const& request) {
  auto const asked = number_in(request.query_value("year"));
  CE_TRY(auto shell, console_frame(backend, request, Room::my_year));
  CE_TRY(auto view, console::own_year(
                        visitor_of(backend, request),
                        asked && *asked < 10'000 ? std::optional{static_cast<int>(*asked)} : std::nullopt));
  auto const professional = request.signed_in->actor.professional;
  if (professional && view.certificate && !view.certificate->number.empty()) {
    auto const& number = view.certificate->number;
    CE_TRY(bool const offered, backend.copies.offers_to(*professional, number));
    if (offered) view.certificate->copy_href = "/console/year/copy?number=" + number;
  }
  if (view.closed) shell.notices.push_back(*view.closed);
  shell.actions = {{"/console/year/kiosk", "kiosk", "到自助机办理"},
                   {"/console/register", "register", "登记学习", false, false}};
  return web::year_page(shell, view);
}

Result<std::string> records(Backend const& backend, Request const& request) {
  CE_TRY(auto shell, console_frame(backend, request, Room::my_records));
  CE_TRY(auto const view, console::own_records(visitor_of(backend, request)));
  shell.actions = {{"/console/register", "register", "登记学习", false, false}};
  return web::records_page(shell, view);
}

/// The signed electronic copy, to its holder alone. Neither name nor number goes into the file's name.
Response copy(Backend const& backend, Request const& request) {
  auto const professional = request.signed_in->actor.professional;
  auto pdf = professional
                 ? backend.copies.copy_for(*professional, request.query_value("number"), backend.clock.now())
                 : Result<std::string>{Failure{FailureCode::certificate_unknown, {}}};
  if (!pdf) return console_failure(backend, request, pdf.failure());
  Response response;
  response.content_type = "application/pdf";
  response.body = std::move(pdf).value();
  response.headers = {{"Content-Disposition", "attachment; filename=\"certificate.pdf\""},
                      {"Referrer-Policy", "no-referrer"}};
  return response;
}

template <Result<std::string> (*Page)(Backend const&, Request const&)>
Response answering(Backend const& backend, Request const& request) {
  return console_answer(backend, request, Page(backend, request));
}

}  // namespace

std::vector<Route> console_home_routes(Backend const& backend) {
  return {console_route(backend, Method::get, "/console", Room::home, answering<home>),
          console_route(backend, Method::get, "/console/year", Room::my_year, answering<year>),
          console_route(backend, Method::get, "/console/year/copy", Room::my_year, copy),
          console_route(backend, Method::get, "/console/records", Room::my_records, answering<records>)};
}

}  // namespace ce::http
