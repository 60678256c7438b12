// What two persons of an authority must agree on.
#include "central/approvals/approvals.h"
#include "central/console/approvals_view.h"
#include "central/http/console.h"
#include "central/http/problem.h"

namespace ce::http {
namespace {

using console::Room;

Result<std::string> approvals_page(Backend const& backend, Request const& request) {
  CE_TRY(auto shell, console_frame(backend, request, Room::issuing, "两人办理"));
  CE_TRY(auto const view, console::approvals_list(visitor_of(backend, request)));
  return web::detail_page(shell, view);
}

Response show_approvals(Backend const& backend, Request const& request) {
  return console_answer(backend, request, approvals_page(backend, request));
}

Result<std::string> approval_page(Backend const& backend, Request const& request,
                                  std::string const& trouble) {
  CE_TRY(auto const view, console::approval_shown(visitor_of(backend, request), request.captures.at(0)));
  CE_TRY(auto shell, console_frame(backend, request, Room::issuing, view.heading));
  if (!trouble.empty()) shell.notices.push_back({web::Tone::bad, trouble});
  return web::detail_page(shell, view);
}

Response show_approval(Backend const& backend, Request const& request) {
  return console_answer(backend, request, approval_page(backend, request, {}));
}

Response decide_approval(Backend const& backend, Request const& request) {
  auto const& id = request.captures.at(0);
  auto const visitor = visitor_of(backend, request);
  auto const act = request.form_value("act");
  Result<void> done = Failure{FailureCode::input_invalid, "请选择要办理的事项"};
  if (act == "confirm") {
    auto const confirmed = approvals::confirm(visitor.store, visitor.actor(), id, visitor.now);
    done = confirmed ? Result<void>{} : Result<void>{confirmed.failure()};
  }
  if (act == "refuse")
    done = approvals::refuse(visitor.store, visitor.actor(), id, request.form_value("reason"), visitor.now);
  if (act == "withdraw") done = approvals::withdraw(visitor.store, visitor.actor(), id, visitor.now);
  if (done) return redirect(with_notice("/console/approvals/" + id, "approval_" + std::string{act}));
  auto const code = done.failure().code;
  if (code != FailureCode::input_invalid && code != FailureCode::issuing_refused &&
      code != FailureCode::file_refused)
    return console_failure(backend, request, done.failure());
  return console_answer(backend, request, approval_page(backend, request, notice_words(done.failure())), 422);
}

Response show_proposed_seal(Backend const& backend, Request const& request) {
  return console_picture(backend, request,
                         console::proposed_seal(visitor_of(backend, request), request.captures.at(0)));
}

}  // namespace

std::vector<Route> console_approval_routes(Backend const& backend) {
  constexpr auto one = "/console/approvals/{proposal}";
  return {console_route(backend, Method::get, "/console/approvals", Room::issuing, show_approvals),
          console_route(backend, Method::get, one, Room::issuing, show_approval),
          console_route(backend, Method::post, one, Room::issuing, decide_approval),
          console_route(backend, Method::get, "/console/approvals/{proposal}/seal.png", Room::issuing,
                        show_proposed_seal)};
}

}  // namespace ce::http
