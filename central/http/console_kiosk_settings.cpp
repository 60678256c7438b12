// Settings of kiosks from afar: one item's form, one revision's page.
#include "central/accounts/keeper.h"
#include "central/console/kiosk_settings_view.h"
#include "central/http/console.h"
#include "central/remote_settings/revisions.h"

namespace ce::http {
namespace {

using console::Room;

Response setting_page(Backend const& backend, Request const& request, console::Typed const* typed,
                      std::string const& error) {
  auto const form = console::setting_form(visitor_of(backend, request), request.captures.at(0),
                                          request.captures.at(1), typed, error);
  if (!form) return console_failure(backend, request, form.failure());
  auto shell = console_frame(backend, request, Room::kiosks, request.captures.at(0) + "：" + form->name);
  if (!shell) return console_failure(backend, request, shell.failure());
  shell->lead = form->about;
  return console_page(web::form_page(*shell, form->view), error.empty() ? 200 : 422);
}

Response show_setting(Backend const& backend, Request const& request) {
  return setting_page(backend, request, nullptr, {});
}

std::string address_of(std::int64_t revision) {
  return "/console/kiosk-settings/" + std::to_string(revision);
}

Response take_setting(Backend const& backend, Request const& request) {
  auto const typed = typed_form(request);
  auto const done =
      console::set_item(visitor_of(backend, request), request.captures.at(0), request.captures.at(1), typed);
  if (done) return redirect(with_notice(address_of(*done), "setting_sent"));
  if (done.failure().code != FailureCode::input_invalid)
    return console_failure(backend, request, done.failure());
  return setting_page(backend, request, &typed, done.failure().detail);
}

Response revision_page(Backend const& backend, Request const& request, web::Notice const* notice) {
  auto const number = number_in(request.captures.at(0));
  if (!number) return console_failure(backend, request, Failure{FailureCode::record_unknown, "revision"});
  auto const view = console::revision_view(visitor_of(backend, request), *number);
  if (!view) return console_failure(backend, request, view.failure());
  auto shell = console_frame(backend, request, Room::kiosks, "第 " + std::to_string(*number) + " 号设置修改");
  if (!shell) return console_failure(backend, request, shell.failure());
  if (notice != nullptr) shell->notices.push_back(*notice);
  return console_page(web::detail_page(*shell, *view), notice == nullptr ? 200 : 422);
}

Response show_revision(Backend const& backend, Request const& request) {
  return revision_page(backend, request, nullptr);
}

Response change_revision(Backend const& backend, Request const& request) {
  auto const number = number_in(request.captures.at(0)).value_or(0);
  auto const by = accounts::keeper_of(*request.signed_in);
  auto const now = backend.clock.now();
  auto const act = request.form_value("act");
  Result<std::int64_t> done = Failure{FailureCode::input_invalid, "请选择要办理的事项"};
  if (act == "release") {
    auto const released = remote_settings::release(backend.store, by, number, now);
    done = released ? Result<std::int64_t>{number} : released.failure();
  }
  if (act == "take_back") done = remote_settings::take_back(backend.store, by, number, now);
  if (done)
    return redirect(with_notice(address_of(*done), act == "release" ? "setting_released" : "setting_back"));
  if (done.failure().code != FailureCode::input_invalid)
    return console_failure(backend, request, done.failure());
  web::Notice const notice{web::Tone::bad, done.failure().detail};
  return revision_page(backend, request, &notice);
}

}  // namespace

std::vector<Route> console_kiosk_setting_routes(Backend const& backend) {
  constexpr auto item = "/console/kiosks/{kiosk}/settings/{item}";
  constexpr auto revision = "/console/kiosk-settings/{revision}";
  return {console_route(backend, Method::get, item, Room::kiosks, show_setting),
          console_route(backend, Method::post, item, Room::kiosks, take_setting),
          console_route(backend, Method::get, revision, Room::kiosks, show_revision),
          console_route(backend, Method::post, revision, Room::kiosks, change_revision)};
}

}  // namespace ce::http
