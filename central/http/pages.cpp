#include "central/http/pages.h"

#include <algorithm>

#include "central/http/problem.h"
#include "central/web/assets.h"
#include "central/web/sign_in_page.h"

namespace ce::http {
namespace {

constexpr std::size_t longest_next = 512;
constexpr std::string_view first_page = "/console";

}  // namespace

void put_page_headers(Response& response) {
  if (!response.content_type.starts_with("text/html")) return;
  auto const has = [&](std::string_view name) {
    return std::any_of(response.headers.begin(), response.headers.end(),
                       [&](auto const& header) { return header.first == name; });
  };
  if (!has("Content-Security-Policy")) {
    response.headers.emplace_back("Content-Security-Policy", web::console_policy);
  }
  // Not no-referrer: with that, browsers send "Origin: null" with the forms of our own pages.
  if (!has("Referrer-Policy")) response.headers.emplace_back("Referrer-Policy", "same-origin");
  response.headers.emplace_back("X-Frame-Options", "DENY");
  response.headers.emplace_back("Cross-Origin-Opener-Policy", "same-origin");
}

Response console_page(std::string html, int status) {
  Response response;
  response.status = status;
  response.content_type = "text/html; charset=utf-8";
  response.body = std::move(html);
  return response;
}

Response refusal_page(Failure const& failure) {
  return console_page(web::notice_page({.headline = "不能办理", .advice = words_for(failure)}),
                      status_of(failure.code));
}

Response http_refusal(std::string_view path, int status, FailureCode code, std::string_view chinese) {
  if (!path.starts_with(first_page)) return problem(status, code, chinese);
  auto response = console_page(web::notice_page({.headline = status == 404 ? "没有这一页" : "不能办理",
                                                 .advice = std::string{chinese} + "。"}),
                               status);
  if (status == 503) response.headers.emplace_back("Retry-After", "2");
  put_page_headers(response);
  return response;
}

Response redirect(std::string location) {
  Response response;
  response.status = 303;
  response.content_type = "text/plain; charset=utf-8";
  response.headers.emplace_back("Location", std::move(location));
  return response;
}

std::string safe_next(std::string_view next) {
  auto const plain = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           std::string_view{"-_.~/?&=%+:,"}.find(c) != std::string_view::npos;
  };
  bool const ours = next == first_page || next.starts_with("/console/") || next.starts_with("/console?");
  bool const sound = ours && next.size() <= longest_next && std::all_of(next.begin(), next.end(), plain) &&
                     next.find("..") == std::string_view::npos && !next.starts_with("/console/sign-");
  return std::string{sound ? next : first_page};
}

}  // namespace ce::http
