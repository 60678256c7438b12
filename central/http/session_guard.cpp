#include "central/http/session_guard.h"

#include <algorithm>

#include "central/http/multipart.h"
#include "central/http/pages.h"
#include "central/http/problem.h"
#include "central/web/html.h"
#include "shared/base/secret.h"

namespace ce::http {
namespace {

using accounts::SignedIn;

Response refusal(Route const& route, Failure const& failure) {
  return route.documented ? problem(failure) : refusal_page(failure);
}

Response not_signed_in(Route const& route, Request const& request) {
  if (route.documented) return problem({FailureCode::sign_in_required, {}});
  // What was posted is lost; the page it was typed on is asked for again.
  auto const here = request.method == Method::post ? std::string{} : request.browser.target;
  auto const next = safe_next(here);
  return redirect(next == "/console" ? "/console/sign-in" : "/console/sign-in?next=" + web::url_text(next));
}

bool may_use(Route const& route, accounts::Role role) {
  return route.roles.empty() || std::find(route.roles.begin(), route.roles.end(), role) != route.roles.end();
}

/// The answer to somebody who is signed in and whose route this is not.
std::optional<Response> keep_out(Route const& route, SignedIn const& who) {
  if (who.must_change_password && !route.with_old_password) {
    if (!route.documented) return redirect("/console/password");
    return problem({FailureCode::role_refused, "请先修改初始密码"});
  }
  if (!may_use(route, who.role)) return refusal(route, {FailureCode::role_refused, {}});
  return std::nullopt;
}

Result<void> read_form(Request& request) {
  if (request.content_type == "multipart/form-data") return read_multipart(request);
  if (request.content_type != "application/x-www-form-urlencoded") return {};
  if (decode_form(request.body, request.form)) return {};
  return Failure{FailureCode::input_invalid, "表单编码有误"};
}

Result<void> check_post(Request& request, SignedIn const& who, Doors const& doors) {
  if (!same_site(request, doors.own_origin)) return Failure{FailureCode::form_refused, {}};
  CE_CHECK(read_form(request));
  auto const shown =
      request.browser.csrf.empty() ? request.form_value(csrf_field) : std::string_view{request.browser.csrf};
  if (!same_secret(shown, who.csrf)) return Failure{FailureCode::form_refused, {}};
  return {};
}

}  // namespace

bool same_site(Request const& request, std::string const& own_origin) {
  auto const& browser = request.browser;
  if (!browser.fetch_site.empty()) return browser.fetch_site == "same-origin";
  if (browser.origin.empty()) return true;
  return browser.origin == "https://" + browser.host || browser.origin == "http://" + browser.host ||
         (!own_origin.empty() && browser.origin == own_origin);
}

Response answer_session(Route const& route, Request& request, Doors const& doors, log::Logger const& log) {
  auto const found = doors.session(request);
  if (!found) {
    log.event(log::Event::failure, {{"what", describe(found.failure())}, {"route", route.pattern}});
    return refusal(route, found.failure());
  }
  if (!*found) return not_signed_in(route, request);
  auto const& who = **found;
  if (auto out = keep_out(route, who)) return *std::move(out);
  if (route.method == Method::post) {
    if (auto const sound = check_post(request, who, doors); !sound) return refusal(route, sound.failure());
  }
  request.signed_in = &who;
  auto response = route.handle(request);
  request.signed_in = nullptr;
  return response;
}

std::optional<Response> refuse_upload(Route const& route, Request const& request, Doors const& doors) {
  auto const found = doors.glance(request);
  if (!found) return refusal(route, found.failure());
  if (!*found) return not_signed_in(route, request);
  return keep_out(route, **found);
}

}  // namespace ce::http
