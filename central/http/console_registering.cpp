#include "central/console/closed_view.h"
#include "central/console/kinds.h"
#include "central/console/registering.h"
#include "central/http/console.h"
#include "shared/credit/words.h"
#include "shared/protocol/names.h"

namespace ce::http {
namespace {

using console::Room;

std::optional<credit::Activity> activity_of(Backend const& backend, Request const& request) {
  auto const activity = protocol::named<credit::Activity>(request.captures.at(0));
  auto const visitor = visitor_of(backend, request);
  if (!activity ||
      !credit::may_register(visitor.actor().party, *activity, console::duties_now(visitor)).allowed) {
    return std::nullopt;
  }
  return activity;
}

Failure no_such_kind() {
  return {FailureCode::record_unknown, "no such kind to register"};
}

console::Filled filled(Request const& request, credit::Activity activity) {
  console::Filled form{.activity = activity, .typed = {}, .kept = {}};
  for (auto const field : console::form_fields()) form.typed[std::string{field}] = request.form_value(field);
  for (auto const& [name, value] : request.form) {
    if (name == "proof") form.kept.push_back(value);
  }
  for (auto const& file : request.files) {
    if (file.field == "files") form.uploads.push_back(file.bytes);
  }
  return form;
}

/// Says which years are closed before anybody types.
Result<web::Shell> registering_frame(Backend const& backend, Request const& request, Room room,
                                     std::string title = {}) {
  CE_TRY(auto shell, console_frame(backend, request, room, std::move(title)));
  CE_TRY(auto const closed, console::closed_to_registering(visitor_of(backend, request)));
  if (closed) shell.notices.push_back(*closed);
  return shell;
}

Result<std::string> form_page(Backend const& backend, Request const& request, Room room, std::string title,
                              web::RecordFormView const& view, std::vector<web::Notice> notices = {}) {
  CE_TRY(auto shell, registering_frame(backend, request, room, std::move(title)));
  shell.notices.insert(shell.notices.end(), notices.begin(), notices.end());
  return web::record_form_page(shell, view);
}

std::string title_for(credit::Activity activity) {
  return "登记" + std::string{credit::words_for(activity)};
}

Response show_kinds(Backend const& backend, Request const& request) {
  auto shell = registering_frame(backend, request, Room::registering);
  if (!shell) return console_failure(backend, request, shell.failure());
  shell->lead = "请选择学习形式，各种形式需要填写的内容不同。";
  return console_page(web::kinds_page(*shell, console::kinds_for(visitor_of(backend, request))));
}

Response show_form(Backend const& backend, Request const& request) {
  auto const activity = activity_of(backend, request);
  if (!activity) return console_failure(backend, request, no_such_kind());
  auto const view = console::blank_form(visitor_of(backend, request), *activity);
  return console_answer(backend, request,
                        form_page(backend, request, Room::registering, title_for(*activity), view));
}

Response answer_try(Backend const& backend, Request const& request, Result<console::Tried> const& tried,
                    std::string_view said, Room room, std::string title) {
  if (!tried) return console_failure(backend, request, tried.failure());
  if (tried->record) {
    return redirect(with_notice("/console/records/" + std::to_string(*tried->record), said));
  }
  return console_answer(backend, request,
                        form_page(backend, request, room, std::move(title), tried->again, tried->notices),
                        422);
}

Response take_form(Backend const& backend, Request const& request) {
  auto const activity = activity_of(backend, request);
  if (!activity) return console_failure(backend, request, no_such_kind());
  auto const tried =
      console::try_form(visitor_of(backend, request), backend.proofs, filled(request, *activity));
  return answer_try(backend, request, tried, "registered", Room::registering, title_for(*activity));
}

Response show_correction(Backend const& backend, Request const& request) {
  auto const record = number_in(request.captures.at(0));
  if (!record) return console_failure(backend, request, no_such_kind());
  auto const view = console::correction_form(visitor_of(backend, request), *record);
  if (!view) return console_failure(backend, request, view.failure());
  return console_answer(
      backend, request,
      form_page(backend, request, console::room_of_records(request.signed_in->role), "修改登记", *view));
}

Response take_correction(Backend const& backend, Request const& request) {
  auto const record = number_in(request.captures.at(0));
  auto const version = number_in(request.form_value("version"));
  auto const activity = protocol::named<credit::Activity>(request.form_value("kind"));
  if (!record || !version || !activity) return console_failure(backend, request, no_such_kind());
  auto const tried = console::try_form(visitor_of(backend, request), backend.proofs,
                                       filled(request, *activity), console::Correcting{*record, *version});
  return answer_try(backend, request, tried, "resubmitted", console::room_of_records(request.signed_in->role),
                    "修改登记");
}

}  // namespace

std::vector<Route> console_registering_routes(Backend const& backend) {
  // Whose a returned record is to correct is review's to say, so every role may ask.
  return {console_route(backend, Method::get, "/console/register", Room::registering, show_kinds),
          console_route(backend, Method::get, "/console/register/{kind}", Room::registering, show_form),
          console_route(backend, Method::post, "/console/register/{kind}", Room::registering, take_form,
                        form_with_proofs),
          console_route(backend, Method::get, "/console/records/{record}/edit", Room::home, show_correction),
          console_route(backend, Method::post, "/console/records/{record}/edit", Room::home, take_correction,
                        form_with_proofs)};
}

}  // namespace ce::http
