#include "central/console/people_view.h"
#include "central/http/console.h"
#include "central/http/problem.h"

namespace ce::http {
namespace {

using console::Room;

constexpr std::size_t longest_find = 160;  // bytes

Result<std::string> people_list(Backend const& backend, Request const& request, std::string const& find,
                                std::string const& after) {
  CE_TRY(auto shell, console_frame(backend, request, Room::people));
  CE_TRY(auto const view, console::people_shown(visitor_of(backend, request), find, after));
  shell.actions = {{"/console/people/new", "person", "人员建档", false},
                   {"/console/people/imports", "upload", "按文件建档"}};
  return web::roster_page(shell, view);
}

Response show_people(Backend const& backend, Request const& request) {
  return console_answer(
      backend, request,
      people_list(backend, request, {}, std::string{request.query_value("after").substr(0, 40)}));
}

// Posted, so that a name or number stands in no address, history or log; it changes nothing.
Response find_people(Backend const& backend, Request const& request) {
  auto const find = request.form_value("find");
  auto const asked = find.size() > longest_find ? std::string_view{} : find;
  return console_answer(backend, request, people_list(backend, request, std::string{asked}, {}));
}

Result<std::int64_t> person_asked(Request const& request) {
  if (auto const id = number_in(request.captures.at(0))) return *id;
  return Failure{FailureCode::person_unknown, "not a number"};
}

Result<std::string> person_page(Backend const& backend, Request const& request, std::string const& trouble) {
  CE_TRY(auto const id, person_asked(request));
  CE_TRY(auto const shown, console::person_shown(visitor_of(backend, request), id));
  CE_TRY(auto shell, console_frame(backend, request, Room::people, shown.person.name.reveal()));
  shell.actions = {{"/console/people/" + std::to_string(id) + "/edit", "register", "修改"},
                   {"/console/people/" + std::to_string(id) + "/number", "register", "改正证件号码"}};
  if (!trouble.empty()) shell.notices.push_back({web::Tone::bad, trouble});
  return web::detail_page(shell, shown.view);
}

Response show_person(Backend const& backend, Request const& request) {
  return console_answer(backend, request, person_page(backend, request, {}));
}

Response change_person_state(Backend const& backend, Request const& request) {
  auto const id = person_asked(request);
  if (!id) return console_failure(backend, request, id.failure());
  auto const act = request.form_value("act");
  auto const version = number_in(request.form_value("version"));
  if (!version || (act != "close" && act != "reopen"))
    return console_answer(backend, request, person_page(backend, request, "请选择要办理的事项"), 422);
  auto const visitor = visitor_of(backend, request);
  auto const done = roster::set_person_closed(visitor.store, accounts::keeper_of(visitor.who),
                                              {*id, *version}, act == "close", visitor.now);
  if (done) {
    return redirect(with_notice("/console/people/" + std::to_string(*id),
                                act == "close" ? "person_closed" : "person_reopened"));
  }
  if (done.failure().code != FailureCode::record_changed)
    return console_failure(backend, request, done.failure());
  return console_answer(backend, request, person_page(backend, request, words_for(done.failure())), 409);
}

/// A form that is shown, or shown again: with what was typed, why, and under which status.
struct Shown {
  console::Typed const* typed = nullptr;
  std::vector<registration::Fault> faults = {};
  std::string trouble = {};
  int status = 200;
};

Response person_form_page(Backend const& backend, Request const& request, roster::Person const* own,
                          Shown const& shown) {
  auto shell = console_frame(backend, request, Room::people, own == nullptr ? "人员建档" : "修改人员信息");
  if (!shell) return console_failure(backend, request, shell.failure());
  if (!shown.trouble.empty()) shell->notices.push_back({web::Tone::bad, shown.trouble});
  return console_page(web::form_page(*shell, console::person_form(visitor_of(backend, request), own,
                                                                  shown.typed, shown.faults)),
                      shown.status);
}

Response show_new_person(Backend const& backend, Request const& request) {
  return person_form_page(backend, request, nullptr, {});
}

Response take_new_person(Backend const& backend, Request const& request) {
  auto const visitor = visitor_of(backend, request);
  auto const typed = typed_form(request);
  auto const made = roster::open_person(visitor.store, accounts::keeper_of(visitor.who),
                                        console::person_entry_of(typed), visitor.now);
  if (!made) return console_failure(backend, request, made.failure());
  if (made->faults.empty())
    return redirect(with_notice("/console/people/" + std::to_string(made->id), "person_opened"));
  return person_form_page(backend, request, nullptr, {&typed, made->faults, {}, 422});
}

Response edit_person(Backend const& backend, Request const& request, Shown const& shown) {
  auto const id = person_asked(request);
  if (!id) return console_failure(backend, request, id.failure());
  auto const there = console::person_shown(visitor_of(backend, request), *id);
  if (!there) return console_failure(backend, request, there.failure());
  return person_form_page(backend, request, &there->person, shown);
}

Response show_person_form(Backend const& backend, Request const& request) {
  return edit_person(backend, request, {});
}

Response take_person_form(Backend const& backend, Request const& request) {
  auto const id = person_asked(request);
  if (!id) return console_failure(backend, request, id.failure());
  auto const visitor = visitor_of(backend, request);
  auto const typed = typed_form(request);
  roster::SeenPerson const seen{*id, number_in(request.form_value("version")).value_or(0)};
  auto const changed = roster::change_person(visitor.store, accounts::keeper_of(visitor.who), seen,
                                             console::person_entry_of(typed), visitor.now);
  if (!changed && changed.failure().code == FailureCode::record_changed)
    return edit_person(backend, request, {&typed, {}, std::string{changed_meanwhile}, 409});
  if (!changed) return console_failure(backend, request, changed.failure());
  if (!changed->faults.empty()) return edit_person(backend, request, {&typed, changed->faults, {}, 422});
  bool const still_ours =
      roster::keeps_people(accounts::keeper_of(visitor.who), console::typed_value(typed, "region"));
  return redirect(still_ours ? with_notice("/console/people/" + std::to_string(*id), "saved")
                             : with_notice("/console/people", "handed_on"));
}

Response number_page(Backend const& backend, Request const& request, Shown const& shown) {
  auto const id = person_asked(request);
  if (!id) return console_failure(backend, request, id.failure());
  auto const there = console::person_shown(visitor_of(backend, request), *id);
  if (!there) return console_failure(backend, request, there.failure());
  auto shell = console_frame(backend, request, Room::people, "改正证件号码");
  if (!shell) return console_failure(backend, request, shell.failure());
  shell->lead = there->person.name.reveal() + "。学习记录和证书都不改变；原号码会记录在案。";
  if (!shown.trouble.empty()) shell->notices.push_back({web::Tone::bad, shown.trouble});
  return console_page(web::form_page(*shell, console::number_form(there->person, shown.typed, shown.faults)),
                      shown.status);
}

Response show_number_form(Backend const& backend, Request const& request) {
  return number_page(backend, request, {});
}

Response take_number_form(Backend const& backend, Request const& request) {
  auto const id = person_asked(request);
  if (!id) return console_failure(backend, request, id.failure());
  auto const visitor = visitor_of(backend, request);
  auto const typed = typed_form(request);
  roster::SeenPerson const seen{*id, number_in(request.form_value("version")).value_or(0)};
  auto const done = roster::correct_number(
      visitor.store, accounts::keeper_of(visitor.who), seen,
      {SecretText{console::typed_value(typed, "id_number")}, console::typed_value(typed, "reason")},
      visitor.now);
  if (!done && done.failure().code == FailureCode::record_changed)
    return number_page(backend, request, {&typed, {}, std::string{changed_meanwhile}, 409});
  if (!done) return console_failure(backend, request, done.failure());
  if (!done->faults.empty()) return number_page(backend, request, {&typed, done->faults, {}, 422});
  return redirect(with_notice("/console/people/" + std::to_string(*id), "number_corrected"));
}

}  // namespace

std::vector<Route> console_people_routes(Backend const& backend) {
  auto const route = [&](Method method, char const* pattern, ConsoleHandler handle) {
    return console_route(backend, method, pattern, Room::people, handle);
  };
  return {route(Method::get, "/console/people", show_people),
          route(Method::post, "/console/people", find_people),
          route(Method::get, "/console/people/new", show_new_person),
          route(Method::post, "/console/people/new", take_new_person),
          route(Method::get, "/console/people/{person}", show_person),
          route(Method::post, "/console/people/{person}", change_person_state),
          route(Method::get, "/console/people/{person}/edit", show_person_form),
          route(Method::post, "/console/people/{person}/edit", take_person_form),
          route(Method::get, "/console/people/{person}/number", show_number_form),
          route(Method::post, "/console/people/{person}/number", take_number_form)};
}

}  // namespace ce::http
