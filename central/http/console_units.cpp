#include "central/console/units_view.h"
#include "central/http/console.h"
#include "central/http/problem.h"
#include "central/web/html.h"

namespace ce::http {
namespace {

using console::Room;
using roster::UnitKind;

constexpr std::size_t longest_part = 180;  // bytes

UnitKind kind_asked(Request const& request) {
  return roster::unit_kind_named(request.query_value("kind")).value_or(UnitKind::employer);
}

Result<roster::SeenUnit> unit_asked(Request const& request) {
  auto const kind = roster::unit_kind_named(request.captures.at(0));
  auto const id = number_in(request.captures.at(1));
  if (!kind || !id) return Failure{FailureCode::record_unknown, "no such unit"};
  return roster::SeenUnit{*kind, *id, number_in(request.form_value("version")).value_or(0)};
}

Result<std::string> units_list(Backend const& backend, Request const& request) {
  CE_TRY(auto shell, console_frame(backend, request, Room::units));
  console::UnitsAsked asked{kind_asked(request), std::string{request.query_value("name")},
                            std::string{request.query_value("after").substr(0, 40)}};
  if (asked.part.size() > longest_part) asked.part.clear();
  CE_TRY(auto const view, console::units_shown(visitor_of(backend, request), asked));
  auto const kind = std::string{roster::word_of(asked.kind)};
  shell.actions = {
      {"/console/units/new?kind=" + kind, "building", "登记" + console::chinese_of(asked.kind), false}};
  return web::roster_page(shell, view);
}

Response show_units(Backend const& backend, Request const& request) {
  return console_answer(backend, request, units_list(backend, request));
}

Result<std::string> unit_page(Backend const& backend, Request const& request, std::string const& trouble) {
  CE_TRY(auto const asked, unit_asked(request));
  CE_TRY(auto const shown, console::unit_shown(visitor_of(backend, request), asked.kind, asked.id));
  CE_TRY(auto shell, console_frame(backend, request, Room::units, shown.unit.name));
  if (shown.kept) {
    shell.actions = {{console::address_of(asked.kind, asked.id) + "/edit", "register", "修改"}};
    if (!shown.unit.closed) {
      shell.actions.push_back({"/console/accounts/new?role=" + std::string{roster::word_of(asked.kind)} +
                                   "&unit=" + web::url_text(shown.unit.name),
                               "key", "开设账号"});
    }
  }
  if (!trouble.empty()) shell.notices.push_back({web::Tone::bad, trouble});
  return web::detail_page(shell, shown.view);
}

Response show_unit(Backend const& backend, Request const& request) {
  return console_answer(backend, request, unit_page(backend, request, {}));
}

Response change_unit_state(Backend const& backend, Request const& request) {
  auto const seen = unit_asked(request);
  if (!seen) return console_failure(backend, request, seen.failure());
  auto const visitor = visitor_of(backend, request);
  auto const keeper = accounts::keeper_of(visitor.who);
  auto const act = request.form_value("act");
  Result<void> done = Failure{FailureCode::input_invalid, "请选择要办理的事项"};
  std::string_view said;
  if (act == "close" || act == "reopen") {
    done = roster::set_unit_closed(visitor.store, keeper, *seen, act == "close", visitor.now);
    said = act == "close" ? "unit_closed" : "unit_reopened";
  } else if (act == "approve" || act == "withdraw") {
    done = roster::set_approved_online(visitor.store, keeper, *seen, act == "approve", visitor.now);
    said = act == "approve" ? "site_approved" : "approval_withdrawn";
  }
  if (done) return redirect(with_notice(console::address_of(seen->kind, seen->id), said));
  auto const code = done.failure().code;
  if (code == FailureCode::input_invalid)
    return console_answer(backend, request, unit_page(backend, request, done.failure().detail), 422);
  if (code == FailureCode::record_changed)
    return console_answer(backend, request, unit_page(backend, request, words_for(done.failure())), 409);
  return console_failure(backend, request, done.failure());
}

/// A form of a unit that is shown, or shown again.
struct UnitFormShown {
  UnitKind kind = UnitKind::employer;
  roster::Unit const* own = nullptr;
  console::Typed const* typed = nullptr;
  std::vector<registration::Fault> faults = {};
  std::string trouble = {};
  int status = 200;
};

Response unit_form_page(Backend const& backend, Request const& request, UnitFormShown const& shown) {
  auto const called = console::chinese_of(shown.kind);
  auto shell =
      console_frame(backend, request, Room::units, (shown.own == nullptr ? "登记" : "修改") + called);
  if (!shell) return console_failure(backend, request, shell.failure());
  if (!shown.trouble.empty()) shell->notices.push_back({web::Tone::bad, shown.trouble});
  return console_page(web::form_page(*shell, console::unit_form(visitor_of(backend, request), shown.kind,
                                                                shown.own, shown.typed, shown.faults)),
                      shown.status);
}

Response show_new_unit(Backend const& backend, Request const& request) {
  return unit_form_page(backend, request, {kind_asked(request)});
}

Response take_new_unit(Backend const& backend, Request const& request) {
  auto const visitor = visitor_of(backend, request);
  auto const kind = kind_asked(request);
  auto const typed = typed_form(request);
  auto const made = roster::open_unit(visitor.store, accounts::keeper_of(visitor.who), kind,
                                      console::unit_entry(typed), visitor.now);
  if (!made) return console_failure(backend, request, made.failure());
  if (made->faults.empty()) return redirect(with_notice(console::address_of(kind, made->id), "unit_opened"));
  return unit_form_page(backend, request, {kind, nullptr, &typed, made->faults, {}, 422});
}

Response edit_unit(Backend const& backend, Request const& request, UnitFormShown shown) {
  auto const seen = unit_asked(request);
  if (!seen) return console_failure(backend, request, seen.failure());
  auto const there = console::unit_shown(visitor_of(backend, request), seen->kind, seen->id);
  if (!there) return console_failure(backend, request, there.failure());
  if (!there->kept) return console_failure(backend, request, {FailureCode::role_refused, {}});
  shown.kind = seen->kind;
  shown.own = &there->unit;
  return unit_form_page(backend, request, shown);
}

Response show_unit_form(Backend const& backend, Request const& request) {
  return edit_unit(backend, request, {});
}

Response take_unit_form(Backend const& backend, Request const& request) {
  auto const seen = unit_asked(request);
  if (!seen) return console_failure(backend, request, seen.failure());
  auto const visitor = visitor_of(backend, request);
  auto const typed = typed_form(request);
  auto const changed = roster::change_unit(visitor.store, accounts::keeper_of(visitor.who), *seen,
                                           console::unit_entry(typed), visitor.now);
  if (!changed && changed.failure().code == FailureCode::record_changed)
    return edit_unit(backend, request,
                     {.typed = &typed, .trouble = std::string{changed_meanwhile}, .status = 409});
  if (!changed) return console_failure(backend, request, changed.failure());
  if (!changed->faults.empty())
    return edit_unit(backend, request, {.typed = &typed, .faults = changed->faults, .status = 422});
  return redirect(with_notice(console::address_of(seen->kind, seen->id), "saved"));
}

}  // namespace

std::vector<Route> console_unit_routes(Backend const& backend) {
  auto const route = [&](Method method, char const* pattern, ConsoleHandler handle) {
    return console_route(backend, method, pattern, Room::units, handle);
  };
  return {route(Method::get, "/console/units", show_units),
          route(Method::get, "/console/units/new", show_new_unit),
          route(Method::post, "/console/units/new", take_new_unit),
          route(Method::get, "/console/units/{kind}/{unit}", show_unit),
          route(Method::post, "/console/units/{kind}/{unit}", change_unit_state),
          route(Method::get, "/console/units/{kind}/{unit}/edit", show_unit_form),
          route(Method::post, "/console/units/{kind}/{unit}/edit", take_unit_form)};
}

}  // namespace ce::http
