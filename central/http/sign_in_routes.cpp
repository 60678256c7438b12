#include "central/accounts/manage.h"
#include "central/accounts/sign_in.h"
#include "central/http/doors.h"
#include "central/http/pages.h"
#include "central/http/problem.h"
#include "central/http/routes.h"
#include "central/web/sign_in_page.h"

namespace ce::http {
namespace {

std::string trouble_of(FailureCode code) {
  switch (code) {
    case FailureCode::credential_refused:
      return "登录名或密码不正确，请核对后重新输入。";
    case FailureCode::credential_locked:
      return "密码错误次数过多，已暂时锁定，请过一段时间再试，或联系开户部门。";
    case FailureCode::too_many_requests:
      return "登录过于频繁，请一分钟后再试。";
    case FailureCode::form_refused:
      return "页面已失效，请重新输入。";
    default:
      return "系统繁忙，请稍后再试。";
  }
}

// An identity number is not put back into the page.
std::string repeated_login(std::string_view typed) {
  return std::string{!typed.empty() && typed.front() >= '0' && typed.front() <= '9' ? "" : typed};
}

Response sign_in_again(Backend const& backend, Request const& request, Failure const& failure) {
  note_trouble(backend, failure);
  return console_page(web::sign_in_page({.login = repeated_login(request.form_value("login")),
                                         .next = safe_next(request.form_value("next")),
                                         .trouble = trouble_of(failure.code)}),
                      status_of(failure.code));
}

Response show_sign_in(Backend const& backend, Request const& request) {
  auto const next = safe_next(request.query_value("next"));
  auto const token = backend.cookie.token_of(request);
  if (token) {
    auto const who = accounts::look_at_session(backend.store, *token, backend.clock.now());
    if (who && *who) return redirect(next);
  }
  return console_page(
      web::sign_in_page({.next = next, .signed_out = !request.query_value("signed-out").empty()}));
}

Result<accounts::Begun> try_sign_in(Backend const& backend, Request& request) {
  if (request.content_type != "application/x-www-form-urlencoded" ||
      !decode_form(request.body, request.form) || !same_site(request, backend.own_origin)) {
    return Failure{FailureCode::form_refused, {}};
  }
  if (!backend.rate_limit.admit(request.address, backend.clock.tick())) {
    return Failure{FailureCode::too_many_requests, {}};
  }
  accounts::SignIn const attempt{.login = std::string{request.form_value("login")},
                                 .password = SecretText{std::string{request.form_value("password")}},
                                 .address = request.address,
                                 .old_token = backend.cookie.token_of(request)};
  return accounts::sign_in(backend.store, attempt, backend.clock.now());
}

Response take_sign_in(Backend const& backend, Request request) {
  auto const begun = try_sign_in(backend, request);
  if (!begun) return sign_in_again(backend, request, begun.failure());
  auto response =
      redirect(begun->who.must_change_password ? "/console/password" : safe_next(request.form_value("next")));
  response.headers.emplace_back("Set-Cookie", backend.cookie.set(begun->token));
  return response;
}

Response take_sign_out(Backend const& backend, Request const& request) {
  bool const everywhere = request.form_value("everywhere") == "yes";
  auto const done = accounts::sign_out(backend.store, *request.signed_in, everywhere, backend.clock.now());
  if (!done) {
    note_trouble(backend, done.failure());
    return refusal_page(done.failure());
  }
  auto response = redirect("/console/sign-in?signed-out=yes");
  response.headers.emplace_back("Set-Cookie", backend.cookie.clear());
  return response;
}

web::PasswordView password_view(Request const& request) {
  auto const& who = *request.signed_in;
  return {.csrf = who.csrf,
          .login = who.login,
          .shown_name = who.shown_name,
          .must_change = who.must_change_password,
          .digits = who.role == accounts::Role::professional};
}

/// Whether anything is missing: said at each field, before two empty ones are told to be the same.
bool put_missing(Request const& request, web::PasswordView& view) {
  if (request.form_value("old").empty()) view.old_wrong = "请填写现在的密码";
  if (request.form_value("new").empty()) view.new_wrong = "请填写要改成的密码";
  if (request.form_value("again").empty()) view.again_wrong = "请把新密码再填写一次";
  return !view.old_wrong.empty() || !view.new_wrong.empty() || !view.again_wrong.empty();
}

Response take_password(Backend const& backend, Request const& request) {
  auto view = password_view(request);
  if (put_missing(request, view)) return console_page(web::password_page(view), 400);
  SecretText const old_one{std::string{request.form_value("old")}};
  SecretText const new_one{std::string{request.form_value("new")}};
  if (!same_secret(new_one.reveal(), request.form_value("again"))) {
    view.trouble = "两次输入的新密码不一致，请重新输入。";
    return console_page(web::password_page(view), 400);
  }
  auto const done =
      accounts::change_password(backend.store, *request.signed_in, old_one, new_one, backend.clock.now());
  if (done) {
    view.changed = true;
    return console_page(web::password_page(view));
  }
  note_trouble(backend, done.failure());
  auto const code = done.failure().code;
  view.trouble = code == FailureCode::input_invalid        ? done.failure().detail + "。"
                 : code == FailureCode::credential_refused ? "原密码不正确，请重新输入。"
                                                           : trouble_of(code);
  return console_page(web::password_page(view), status_of(code));
}

/// `work` of a POST that verifies a password is on the threads kept for that, and of no other: a flood of
/// tries must not keep anybody from leaving.
Route page_route(Method method, char const* pattern, Auth auth, Work work,
                 std::function<Response(Request const&)> handle) {
  return {.method = method,
          .pattern = pattern,
          .auth = auth,
          .work = work,
          .most_body = method == Method::post ? small_body : 0,
          .documented = false,
          .with_old_password = true,
          .handle = std::move(handle)};
}

}  // namespace

std::vector<Route> sign_in_routes(Backend const& backend) {
  return {page_route(Method::get, "/console/sign-in", Auth::anyone, Work::pool,
                     [backend](Request const& request) { return show_sign_in(backend, request); }),
          page_route(Method::post, "/console/sign-in", Auth::anyone, Work::verifying,
                     [backend](Request const& request) { return take_sign_in(backend, request); }),
          page_route(Method::post, "/console/sign-out", Auth::session, Work::pool,
                     [backend](Request const& request) { return take_sign_out(backend, request); }),
          page_route(Method::get, "/console/password", Auth::session, Work::pool,
                     [](Request const& request) {
                       return console_page(web::password_page(password_view(request)));
                     }),
          page_route(Method::post, "/console/password", Auth::session, Work::verifying,
                     [backend](Request const& request) { return take_password(backend, request); })};
}

}  // namespace ce::http
