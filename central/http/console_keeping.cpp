#include "central/console/accounts_view.h"
#include "central/console/audit_view.h"
#include "central/console/held_view.h"
#include "central/console/query_password_view.h"
#include "central/http/console.h"
#include "central/http/problem.h"

namespace ce::http {
namespace {

using console::Room;

Result<std::string> accounts_list(Backend const& backend, Request const& request) {
  CE_TRY(auto shell, console_frame(backend, request, Room::accounts));
  auto const role = accounts::role_named(request.query_value("role"));
  std::string after{request.query_value("after")};
  if (after.size() > 64) after.clear();
  CE_TRY(auto const view,
         console::accounts_shown(visitor_of(backend, request),
                                 role ? std::string{accounts::word_of(*role)} : std::string{}, after));
  shell.actions = {{"/console/accounts/new", "people", "开设账号", false, false}};
  if (request.signed_in->role == accounts::Role::hrss) {
    shell.actions.push_back({"/console/accounts/query-password", "key", "设置查询密码", true, false});
  }
  return web::accounts_page(shell, view);
}

Response show_accounts(Backend const& backend, Request const& request) {
  return console_answer(backend, request, accounts_list(backend, request));
}

Result<std::string> account_page(Backend const& backend, Request const& request, std::string const& trouble) {
  CE_TRY(auto const shown, console::account_shown(visitor_of(backend, request), request.captures.at(0)));
  CE_TRY(auto shell, console_frame(backend, request, Room::accounts, shown.name));
  if (!trouble.empty()) shell.notices.push_back({web::Tone::bad, trouble});
  return web::detail_page(shell, shown.view);
}

Response show_account(Backend const& backend, Request const& request) {
  return console_answer(backend, request, account_page(backend, request, {}));
}

Response change_account(Backend const& backend, Request const& request) {
  auto const& id = request.captures.at(0);
  auto const act = request.form_value("act");
  auto const keeper = accounts::keeper_of(*request.signed_in);
  auto const now = backend.clock.now();
  Result<void> done = Failure{FailureCode::input_invalid, "请选择要办理的事项"};
  std::string_view said;
  if (act == "reset") {
    SecretText const password{std::string{request.form_value("password")}};
    done = accounts::reset_password(backend.store, keeper, id, password, now);
    said = "reset";
  } else if (act == "disable" || act == "enable") {
    done = accounts::set_disabled(backend.store, keeper, id, act == "disable", now);
    said = act == "disable" ? "disabled" : "enabled";
  } else if (act == "industries") {
    auto const codes =
        console::industries_typed(visitor_of(backend, request), request.form_value("industries"));
    done = codes ? accounts::set_industries(backend.store, keeper, id, *codes, now) : codes.failure();
    said = "saved";
  }
  if (done) return redirect(with_notice("/console/accounts/" + id, said));
  if (done.failure().code != FailureCode::input_invalid)
    return console_failure(backend, request, done.failure());
  return console_answer(backend, request, account_page(backend, request, done.failure().detail), 422);
}

Response account_form_page(Backend const& backend, Request const& request, console::Typed const& typed,
                           std::string const& error) {
  auto const shell = console_frame(backend, request, Room::accounts, "开设账号");
  if (!shell) return console_failure(backend, request, shell.failure());
  auto const view = console::account_form(visitor_of(backend, request), typed, error);
  return console_page(web::form_page(*shell, view), error.empty() ? 200 : 422);
}

Response show_account_form(Backend const& backend, Request const& request) {
  // A unit's page leads here with the unit.
  console::Typed typed;
  for (auto const* name : {"role", "unit"}) typed[name] = request.query_value(name);
  return account_form_page(backend, request, typed, {});
}

Response take_account_form(Backend const& backend, Request const& request) {
  auto const typed = typed_form(request);
  auto const made = console::open_account(visitor_of(backend, request), typed);
  if (made) return redirect(with_notice("/console/accounts/" + made->id, "opened"));
  auto const code = made.failure().code;
  if (code != FailureCode::input_invalid && code != FailureCode::role_refused) {
    return console_failure(backend, request, made.failure());
  }
  return account_form_page(backend, request, typed, notice_words(made.failure()));
}

Response query_password_page(Backend const& backend, Request const& request, console::Typed const& typed,
                             std::string const& error) {
  auto shell = console_frame(backend, request, Room::accounts, "设置查询密码");
  if (!shell) return console_failure(backend, request, shell.failure());
  shell->lead = "本人持身份证到窗口时办理。查询密码用于在自助终端和本网站查询、打印，办妥后原密码立即失效。";
  return console_page(web::form_page(*shell, console::query_password_form(typed, error)),
                      error.empty() ? 200 : 422);
}

Response show_query_password(Backend const& backend, Request const& request) {
  return query_password_page(backend, request, {}, {});
}

Response take_query_password(Backend const& backend, Request const& request) {
  auto const typed = typed_form(request);
  auto const done = console::set_query_password(visitor_of(backend, request), typed);
  if (done) return redirect(with_notice("/console/accounts/query-password", "query_password"));
  auto const code = done.failure().code;
  if (code != FailureCode::input_invalid && code != FailureCode::person_unknown) {
    return console_failure(backend, request, done.failure());
  }
  return query_password_page(backend, request, typed,
                             code == FailureCode::input_invalid
                                 ? done.failure().detail
                                 : "证件号码与姓名不符，或不归本地区管理。请核对身份证原件");
}

Response show_audit(Backend const& backend, Request const& request) {
  auto const asked = [&](std::string_view name) {
    std::string text{request.query_value(name)};
    return text.size() > 64 ? std::string{} : text;
  };
  auto shell = console_frame(backend, request, Room::audit);
  if (!shell) return console_failure(backend, request, shell.failure());
  auto const view =
      console::audit_shown(visitor_of(backend, request), {asked("from"), asked("to"), asked("login")});
  if (!view) return console_failure(backend, request, view.failure());
  if (request.signed_in->role == accounts::Role::system_operator)
    shell->actions.push_back({"/console/audit/held", "person", "个人信息存量", true, false});
  return console_page(web::audit_page(*shell, *view));
}

Result<std::string> held_page(Backend const& backend, Request const& request) {
  CE_TRY(auto const view, console::held_shown(visitor_of(backend, request)));
  CE_TRY(auto const shell, console_frame(backend, request, Room::audit, view.heading));
  return web::detail_page(shell, view);
}

Response show_held(Backend const& backend, Request const& request) {
  return console_answer(backend, request, held_page(backend, request));
}

}  // namespace

std::vector<Route> console_keeping_routes(Backend const& backend) {
  auto const route = [&](Method method, char const* pattern, ConsoleHandler handle) {
    return console_route(backend, method, pattern, Room::accounts, handle);
  };
  return {route(Method::get, "/console/accounts", show_accounts),
          route(Method::get, "/console/accounts/new", show_account_form),
          route(Method::post, "/console/accounts/new", take_account_form),
          route(Method::get, "/console/accounts/query-password", show_query_password),
          route(Method::post, "/console/accounts/query-password", take_query_password),
          route(Method::get, "/console/accounts/{account}", show_account),
          route(Method::post, "/console/accounts/{account}", change_account),
          console_route(backend, Method::get, "/console/audit", Room::audit, show_audit),
          console_route(backend, Method::get, "/console/audit/held", Room::audit, show_held)};
}

}  // namespace ce::http
