#include "central/approvals/approvals.h"
#include "central/batches/batches.h"
#include "central/console/approvals_view.h"
#include "central/console/certificates_view.h"
#include "central/console/closed_view.h"
#include "central/console/issuing_view.h"
#include "central/http/console.h"
#include "central/http/problem.h"

namespace ce::http {
namespace {

using console::Room;

// A tick for each person of a page and more.
constexpr std::size_t batch_people_body = 256U << 10U;

int year_of_issuing(Backend const& backend, Request const& request, std::string_view typed) {
  auto const years = console::issuing_years(visitor_of(backend, request));
  auto const asked = number_in(typed);
  for (int const year : years) {
    if (asked == year) return year;
  }
  return years.empty() ? china_date(backend.clock.now()).year() : years.front();
}

Result<std::string> issuing_list(Backend const& backend, Request const& request,
                                 console::IssuingAsked const& asked,
                                 std::vector<issuing::Refusal> const& refused,
                                 std::vector<web::Notice> notices) {
  CE_TRY(auto shell, console_frame(backend, request, Room::issuing));
  CE_TRY(auto const view, console::issuing_shown(visitor_of(backend, request), asked, refused));
  shell.lead = "编号按本地区和年度连续编排，发出后不能收回；证书打印前请核对名单。";
  shell.actions = {{"/console/issuing/authority", "stamp", "发证单位与印章"},
                   {"/console/approvals", "check", "两人办理"}};
  CE_TRY(auto const closed, console::closed_but_issued(visitor_of(backend, request), asked.year));
  if (closed) shell.notices.push_back(*closed);
  CE_TRY(auto const due, console::approvals_due(visitor_of(backend, request)));
  if (due > 0)
    shell.notices.push_back({web::Tone::warn, "有 " + std::to_string(due) + " 项申请等待您确认。",
                             web::Link{"/console/approvals", "查看"}});
  shell.notices.insert(shell.notices.end(), notices.begin(), notices.end());
  return web::issuing_page(shell, view);
}

issuing::ReadyKey key_in(std::string_view region, std::string_view after) {
  auto const person = number_in(after);
  return person ? issuing::ReadyKey{std::string{region}, *person} : issuing::ReadyKey{};
}

Response show_issuing(Backend const& backend, Request const& request) {
  console::IssuingAsked const asked{
      .year = year_of_issuing(backend, request, request.query_value("year")),
      .after = key_in(request.query_value("region"), request.query_value("after"))};
  return console_answer(backend, request, issuing_list(backend, request, asked, {}, {}));
}

Result<issuing::BatchOrder> order_of(Backend const& backend, Request const& request) {
  auto id = EntryId::parse(request.form_value("batch"));
  if (!id) return Failure{FailureCode::input_invalid, "请重新打开发证页面再办理"};
  auto const day = Date::parse_iso(request.form_value("day"));
  if (!day) return Failure{FailureCode::input_invalid, "发证日期：请填写"};
  issuing::BatchOrder order{.id = std::move(*id),
                            .year = year_of_issuing(backend, request, request.form_value("year")),
                            .day = *day,
                            .people = {}};
  if (request.form_value("which") == "all") return order;
  for (auto const& [name, value] : request.form) {
    if (name != "pick") continue;
    auto const person = number_in(value);
    if (!person) return Failure{FailureCode::input_invalid, "请重新打开发证页面再办理"};
    order.people.push_back(*person);
  }
  // An order that names nobody would mean everybody.
  if (order.people.empty()) return Failure{FailureCode::input_invalid, "请先勾选要核发的人员"};
  return order;
}

// The part of the list that was ordered from, as it was: whoever forgot the day need not tick everybody
// again.
console::IssuingAsked as_ordered(Backend const& backend, Request const& request) {
  console::IssuingAsked asked{.year = year_of_issuing(backend, request, request.form_value("year")),
                              .after = key_in(request.form_value("region"), request.form_value("after")),
                              .day = std::string{request.form_value("day").substr(0, 10)}};
  if (!Date::parse_iso(*asked.day)) asked.day_fault = "请填写";
  for (auto const& [name, value] : request.form) {
    if (name != "pick") continue;
    if (auto const person = number_in(value)) asked.picked.push_back(*person);
  }
  return asked;
}

Response refused_order(Backend const& backend, Request const& request, console::IssuingAsked const& asked,
                       Failure const& failure) {
  if (failure.code != FailureCode::input_invalid && failure.code != FailureCode::issuing_refused) {
    return console_failure(backend, request, failure);
  }
  return console_answer(backend, request,
                        issuing_list(backend, request, asked, {}, {{web::Tone::bad, notice_words(failure)}}),
                        422);
}

Response take_issuing(Backend const& backend, Request const& request) {
  auto const order = order_of(backend, request);
  auto const asked = as_ordered(backend, request);
  if (!order) return refused_order(backend, request, asked, order.failure());
  auto const visitor = visitor_of(backend, request);
  if (order->people.empty()) {
    auto const taken = batches::take_in(visitor.store, visitor.actor(), *order, visitor.now);
    if (!taken) return refused_order(backend, request, asked, taken.failure());
    backend.wake_batches();
    return redirect("/console/issuing/batches/" + order->id.text());
  }
  auto const report = issuing::issue_batch(visitor.store, visitor.actor(), *order, visitor.now);
  if (!report) return refused_order(backend, request, asked, report.failure());
  if (report->refused.empty()) {
    return redirect(with_notice("/console/issuing?year=" + std::to_string(order->year), "issued",
                                static_cast<std::size_t>(report->issued)));
  }
  std::vector<web::Notice> const notices{
      {web::Tone::warn, "已核发 " + std::to_string(report->issued) + " 张；" +
                            std::to_string(report->refused.size()) + " 人没有核发，原因见下。"}};
  console::IssuingAsked const what_is_left{.year = order->year};
  return console_answer(backend, request,
                        issuing_list(backend, request, what_is_left, report->refused, notices), 409);
}

Result<std::string> certificates_list(Backend const& backend, Request const& request,
                                      std::string const& find) {
  CE_TRY(auto shell, console_frame(backend, request, Room::certificates));
  CE_TRY(auto const view, console::certificates_shown(visitor_of(backend, request), find));
  return web::certificates_page(shell, view);
}

Response show_certificates(Backend const& backend, Request const& request) {
  return console_answer(backend, request, certificates_list(backend, request, {}));
}

// Posted, so that an identity number stands in no address, history or log; it changes nothing.
Response find_certificates(Backend const& backend, Request const& request) {
  return console_answer(
      backend, request,
      certificates_list(backend, request, std::string{request.form_value("find").substr(0, 64)}));
}

Result<std::string> certificate_page(Backend const& backend, Request const& request,
                                     std::string const& trouble) {
  auto const& number = request.captures.at(0);
  CE_TRY(auto view, console::certificate_shown(visitor_of(backend, request), number));
  CE_TRY(auto shell, console_frame(backend, request, Room::certificates, view.heading));
  view.heading = "证书信息";  // the title says which
  if (!trouble.empty()) shell.notices.push_back({web::Tone::bad, trouble});
  shell.actions = {{"/v/" + number, "shield", "公众查验页", true}};
  return web::detail_page(shell, view);
}

Response show_certificate(Backend const& backend, Request const& request) {
  return console_answer(backend, request, certificate_page(backend, request, {}));
}

Response change_certificate(Backend const& backend, Request const& request) {
  auto const& number = request.captures.at(0);
  auto const visitor = visitor_of(backend, request);
  auto const reason = request.form_value("reason");
  auto const act = request.form_value("act");
  Result<approvals::Asked> done = Failure{FailureCode::input_invalid, "请选择要办理的事项"};
  auto const ask = [&](approvals::Deed const& deed) {
    done = approvals::ask(visitor.store, backend.approvals, visitor.actor(), deed, visitor.now);
  };
  if (act == "revoke") {
    ask(approvals::Revoke{number, std::string{reason}});
  } else if (act == "correct") {
    if (auto const day = Date::parse_iso(request.form_value("day"))) {
      ask(approvals::Correct{number, std::string{reason}, *day});
    } else {
      done = Failure{FailureCode::input_invalid, "发证日期：请填写"};
    }
  }
  if (done && !done->proposal.empty())
    return redirect(with_notice("/console/approvals/" + done->proposal, "approval_asked"));
  if (done) {
    auto const& shown = act == "correct" ? done->successor : number;
    return redirect(
        with_notice("/console/certificates/" + shown, act == "correct" ? "corrected" : "revoked"));
  }
  auto const& wrong = done.failure();
  if (wrong.code != FailureCode::input_invalid && wrong.code != FailureCode::issuing_refused) {
    return console_failure(backend, request, wrong);
  }
  return console_answer(backend, request, certificate_page(backend, request, notice_words(wrong)), 422);
}

}  // namespace

std::vector<Route> console_issuing_routes(Backend const& backend) {
  return {
      console_route(backend, Method::get, "/console/issuing", Room::issuing, show_issuing),
      console_route(backend, Method::post, "/console/issuing", Room::issuing, take_issuing,
                    batch_people_body),
      console_route(backend, Method::get, "/console/certificates", Room::certificates, show_certificates),
      console_route(backend, Method::post, "/console/certificates", Room::certificates, find_certificates),
      console_route(backend, Method::get, "/console/certificates/{number}", Room::certificates,
                    show_certificate),
      console_route(backend, Method::post, "/console/certificates/{number}", Room::certificates,
                    change_certificate)};
}

}  // namespace ce::http
