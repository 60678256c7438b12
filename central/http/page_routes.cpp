#include "central/http/problem.h"
#include "central/http/routes.h"
#include "central/verification/look_up.h"
#include "central/verification/token_look_up.h"
#include "central/web/token_page.h"
#include "central/web/verify_page.h"

namespace ce::http {
namespace {

constexpr std::size_t longest_typed = 256;
constexpr std::size_t longest_number_typed = 32;  // 14 digits, as people part them
constexpr std::size_t form_body = 4U << 10U;

Response page(std::string body, std::optional<FailureCode> failure) {
  Response response;
  response.status = failure ? status_of(*failure) : 200;
  response.content_type = "text/html; charset=utf-8";
  response.headers = {{"Content-Security-Policy", std::string{web::verify_page_policy}},
                      {"Referrer-Policy", "no-referrer"}};
  response.body = std::move(body);
  return response;
}

Response page(web::VerifyView const& view) {
  return page(web::verify_page(view), view.failure);
}

/// By its number alone, which begins with the region: the sign-in behind the link knows the rest.
bool copy_offered(Backend const& backend, std::string const& number) {
  constexpr std::size_t region_digits = 6;
  return backend.copies.offers(number.substr(0, region_digits), certificate::SealMode::e_seal);
}

Response look_up_token(Backend const& backend, Request const& request, std::string_view scanned) {
  web::TokenView view;
  if (!may_look_up(backend, request)) {
    view.failure = FailureCode::too_many_requests;
    return page(web::token_page(view), view.failure);
  }
  auto found = verification::look_up_token(backend.store, scanned, backend.clock.now());
  if (found) {
    view.found = std::move(found).value();
    view.copy_offered = copy_offered(backend, view.found->number);
  } else {
    view.failure = found.failure().code;
    note_trouble(backend, found.failure());
  }
  return page(web::token_page(view), view.failure);
}

Response look_up(Backend const& backend, Request const& request, std::string number,
                 std::optional<SecretText> const& name) {
  web::VerifyView view{.number = std::move(number)};
  if (view.number.size() > longest_typed) view.number.clear();
  if (view.number.empty()) return page(view);
  if (!may_look_up(backend, request)) {
    view.failure = FailureCode::too_many_requests;
    return page(view);
  }
  auto const asked = [&]() -> Result<void> {
    CE_TRY(view.found, verification::look_up(backend.store, view.number, name));
    view.copy_offered = copy_offered(backend, view.found->number);
    return {};
  }();
  if (!asked) {
    view.found.reset();
    view.failure = asked.failure().code;
    note_trouble(backend, asked.failure());
  }
  return page(view);
}

Response posted(Backend const& backend, Request const& request) {
  Request form;
  if (request.content_type != "application/x-www-form-urlencoded" || !decode_form(request.body, form.query)) {
    return problem({FailureCode::input_invalid, {}});
  }
  SecretText const name{std::string{form.query_value("name")}};
  return look_up(backend, request, std::string{form.query_value("number")}, name);
}

}  // namespace

std::vector<Route> page_routes(Backend const& backend) {
  return {{.pattern = "/verify",
           .documented = false,
           .handle =
               [backend](Request const& request) {
                 if (auto const token = request.query_value("token"); !token.empty()) {
                   return look_up_token(backend, request, token);
                 }
                 return look_up(backend, request, std::string{request.query_value("number")}, std::nullopt);
               }},
          {.method = Method::post,
           .pattern = "/verify",
           .most_body = form_body,
           .documented = false,
           .handle = [backend](Request const& request) { return posted(backend, request); }},
          // What the QR code on a certificate leads to: a token, or the number of one printed without.
          {.pattern = "/v/{number}", .documented = false, .handle = [backend](Request const& request) {
             auto const& scanned = request.captures.at(0);
             if (scanned.size() > longest_number_typed) return look_up_token(backend, request, scanned);
             return look_up(backend, request, scanned, std::nullopt);
           }}};
}

}  // namespace ce::http
