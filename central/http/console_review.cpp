#include <algorithm>

#include "central/console/review_view.h"
#include "central/http/console.h"
#include "shared/protocol/names.h"

namespace ce::http {
namespace {

using console::Room;

// Each ticked row and a long reason.
constexpr std::size_t batch_body = 64U << 10U;

bool is_region(std::string_view text) {
  return text.size() == 6 &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

console::ReviewAsked asked_of(Request const& request) {
  console::ReviewAsked asked;
  auto const subject = request.query_value("subject");
  auto const region = request.query_value("region");
  if (protocol::named<credit::Subject>(subject)) asked.subject = subject;
  if (is_region(region)) asked.region = region;
  asked.after = number_in(request.query_value("after")).value_or(0);
  return asked;
}

Result<std::string> review_list(Backend const& backend, Request const& request,
                                console::Decided const& decided) {
  CE_TRY(auto shell, console_frame(backend, request, Room::review));
  CE_TRY(auto const view, console::review_shown(visitor_of(backend, request), asked_of(request), decided));
  bool const to_look_at = !view.items.empty() && !web::any_to_decide(view);
  shell.lead =
      to_look_at ? "点开一条查看材料和办理过程。" : "勾选后一并办理，或者点开一条查看材料和办理过程。";
  if (!decided.said.empty()) {
    shell.notices.push_back({web::Tone::bad, std::to_string(decided.said.size()) +
                                                 " 条没有办成，原因写在各条旁边；其余 " +
                                                 std::to_string(decided.done) + " 条已经办好。"});
  }
  return web::review_page(shell, view);
}

Response show_review(Backend const& backend, Request const& request) {
  return console_answer(backend, request, review_list(backend, request, {}));
}

std::optional<credit::Decision> decision_of_batch(std::string_view word) {
  if (word == "approve") return credit::Decision::approve;
  if (word == "return") return credit::Decision::return_for_correction;
  if (word == "reject") return credit::Decision::reject;
  return std::nullopt;
}

Response take_batch(Backend const& backend, Request const& request) {
  auto const word = request.form_value("decision");
  auto const decision = decision_of_batch(word);
  std::vector<review::Judgement> judgements;
  for (auto const& [name, value] : request.form) {
    if (name != "pick") continue;
    review::Judgement judgement{.decision = decision.value_or(credit::Decision::approve),
                                .reason = std::string{request.form_value("reason")}};
    if (!decision || !console::read_pick(value, judgement)) {
      return console_failure(backend, request, {FailureCode::input_invalid, "请重新打开审核页面再办理"});
    }
    judgements.push_back(std::move(judgement));
  }
  auto const decided = console::decide(visitor_of(backend, request), judgements);
  if (!decided) return console_failure(backend, request, decided.failure());
  if (decided->said.empty()) {
    return redirect(with_notice(console::review_address(asked_of(request), false), word, decided->done));
  }
  return console_answer(backend, request, review_list(backend, request, *decided), 409);
}

}  // namespace

std::vector<Route> console_review_routes(Backend const& backend) {
  return {console_route(backend, Method::get, "/console/review", Room::review, show_review),
          console_route(backend, Method::post, "/console/review", Room::review, take_batch, batch_body)};
}

}  // namespace ce::http
