#include "central/accounts/keeper.h"
#include "central/console/kiosk_log_view.h"
#include "central/console/kiosk_view.h"
#include "central/console/kiosks_view.h"
#include "central/fleet/certificates.h"
#include "central/fleet/copies.h"
#include "central/fleet/enrolment.h"
#include "central/http/console.h"
#include "shared/base/text.h"
#include "shared/enrolment/code.h"

namespace ce::http {
namespace {

using console::Room;

Result<std::string> list_page(Backend const& backend, Request const& request) {
  CE_TRY(auto shell, console_frame(backend, request, Room::kiosks));
  CE_TRY(auto const view,
         console::kiosks_shown(visitor_of(backend, request), beginning_of(request.query_value("part"), 120)));
  shell.lead = "终端每分钟报告一次；五分钟没有报告即为失联。";
  return web::kiosks_page(shell, view);
}

Response show_kiosks(Backend const& backend, Request const& request) {
  return console_answer(backend, request, list_page(backend, request));
}

Result<std::string> kiosk_page(Backend const& backend, Request const& request, web::Notice const* notice) {
  CE_TRY(auto const shown, console::kiosk_shown(visitor_of(backend, request), request.captures.at(0)));
  CE_TRY(auto shell, console_frame(backend, request, Room::kiosks, shown.name));
  if (notice != nullptr) shell.notices.push_back(*notice);
  return web::detail_page(shell, shown.view);
}

Response show_kiosk(Backend const& backend, Request const& request) {
  return console_answer(backend, request, kiosk_page(backend, request, nullptr));
}

audit::Author actor_of(Request const& request) {
  return accounts::author_of(accounts::keeper_of(*request.signed_in), {});
}

// Shown once, on the answer itself: an address would be kept by browsers.
Response show_new_code(Backend const& backend, Request const& request) {
  auto const& kiosk = request.captures.at(0);
  auto const code = fleet::make_code(backend.store, actor_of(request), kiosk, backend.clock.now());
  if (!code) return console_failure(backend, request, code.failure());
  web::Notice const notice{web::Tone::good, "登记码 " + enrolment::shown(*code) + "，" +
                                                std::to_string(fleet::code_minutes) +
                                                " 分钟内有效，只能用一次，离开本页后不再显示。"};
  return console_answer(backend, request, kiosk_page(backend, request, &notice));
}

Response ask_for_log(Backend const& backend, Request const& request) {
  auto const& kiosk = request.captures.at(0);
  auto const hours = number_in(request.form_value("hours")).value_or(0);
  auto const asked = fleet::ask_for_log(backend.store, actor_of(request), kiosk, hours, backend.clock.now());
  if (asked) return redirect(with_notice("/console/kiosks/" + kiosk, "log_asked"));
  if (asked.failure().code != FailureCode::input_invalid) {
    return console_failure(backend, request, asked.failure());
  }
  web::Notice const notice{web::Tone::bad, asked.failure().detail};
  return console_answer(backend, request, kiosk_page(backend, request, &notice), 422);
}

/// Its kiosk has to be the visitor's; reading it leaves an entry.
Result<fleet::LogRead> log_of(Backend const& backend, Request const& request) {
  auto const& kiosk = request.captures.at(0);
  CE_CHECK(console::kiosk_shown(visitor_of(backend, request), kiosk));
  return fleet::read_log(backend.store, actor_of(request), kiosk, request.captures.at(1),
                         backend.clock.now());
}

Result<std::string> log_page(Backend const& backend, Request const& request) {
  CE_TRY(auto const read, log_of(backend, request));
  auto const& kiosk = request.captures.at(0);
  CE_TRY(auto shell, console_frame(backend, request, Room::kiosks, kiosk + "：运行日志"));
  auto const here = "/console/kiosks/" + kiosk;
  shell.actions = {{here, "back", "返回终端", true, false},
                   {here + "/logs/" + read.request.id + "/file", "download", "下载日志", true, true}};
  return web::detail_page(shell, console::log_view(read));
}

Response show_log(Backend const& backend, Request const& request) {
  return console_answer(backend, request, log_page(backend, request));
}

Response show_log_file(Backend const& backend, Request const& request) {
  auto read = log_of(backend, request);
  if (!read) return console_failure(backend, request, read.failure());
  Response response;
  response.content_type = "text/plain; charset=utf-8";
  response.body = std::move(read->text);
  response.headers = {{"Content-Disposition",
                       "attachment; filename=\"kiosk-log-" + read->request.id.substr(0, 8) + ".txt\""}};
  return response;
}

Response change_kiosk(Backend const& backend, Request const& request) {
  auto const& kiosk = request.captures.at(0);
  // Whether it is the visitor's at all.
  if (auto const seen = console::kiosk_shown(visitor_of(backend, request), kiosk); !seen) {
    return console_failure(backend, request, seen.failure());
  }
  auto const act = request.form_value("act");
  if (act == "code") return show_new_code(backend, request);
  if (act == "log") return ask_for_log(backend, request);
  auto const by = actor_of(request);
  auto const now = backend.clock.now();
  Result<void> done = Failure{FailureCode::input_invalid, "请选择要办理的事项"};
  if (act == "revoke") done = fleet::revoke(backend.store, by, kiosk, now);
  if (act == "restored") {
    done = fleet::answer_alarm(backend.store, by, kiosk, fleet::Finding::restored, now);
  }
  if (act == "stolen") done = fleet::answer_alarm(backend.store, by, kiosk, fleet::Finding::stolen, now);
  if (!done) return console_failure(backend, request, done.failure());
  return redirect(with_notice("/console/kiosks/" + kiosk, act == "restored" ? "kiosk_back" : "kiosk_ended"));
}

}  // namespace

std::vector<Route> console_kiosk_routes(Backend const& backend) {
  auto change = console_route(backend, Method::post, "/console/kiosks/{kiosk}", Room::kiosks, change_kiosk);
  auto log =
      console_route(backend, Method::get, "/console/kiosks/{kiosk}/logs/{log}", Room::kiosks, show_log);
  auto file = console_route(backend, Method::get, "/console/kiosks/{kiosk}/logs/{log}/file", Room::kiosks,
                            show_log_file);
  change.roles = log.roles = file.roles = {accounts::Role::system_operator};
  return {console_route(backend, Method::get, "/console/kiosks", Room::kiosks, show_kiosks),
          console_route(backend, Method::get, "/console/kiosks/{kiosk}", Room::kiosks, show_kiosk),
          std::move(change), std::move(log), std::move(file)};
}

}  // namespace ce::http
