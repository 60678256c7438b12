#include <array>
#include <boost/asio/write.hpp>
#include <boost/beast/http/status.hpp>
#include <cctype>
#include <ctime>

#include "central/http/connection.h"
#include "central/http/multipart.h"
#include "central/http/pages.h"

// The head of a request coming in and of a response going out.
namespace ce::http {

namespace beast = boost::beast;

namespace {

constexpr std::size_t usual_head_bytes = 512;

Method method_of(beast::http::verb verb) {
  switch (verb) {
    case beast::http::verb::get:
      return Method::get;
    case beast::http::verb::head:
      return Method::head;
    case beast::http::verb::post:
      return Method::post;
    default:
      return Method::other;
  }
}

std::string_view view(boost::string_view text) {
  return {text.data(), text.size()};
}

Browser browser_of(beast::http::request_header<> const& head) {
  Browser browser;
  browser.target = view(head.target());
  browser.host = view(head[beast::http::field::host]);
  // Two Cookie headers would leave open which one counts.
  if (head.count(beast::http::field::cookie) == 1) browser.cookies = view(head[beast::http::field::cookie]);
  browser.origin = view(head[beast::http::field::origin]);
  browser.fetch_site = view(head["Sec-Fetch-Site"]);
  browser.csrf = view(head["X-CSRF-Token"]);
  browser.boundary = boundary_of(view(head[beast::http::field::content_type]));
  return browser;
}

std::string lower_media_type(std::string_view value) {
  std::string type{value.substr(0, value.find(';'))};
  while (type.ends_with(' ')) type.pop_back();
  for (char& c : type) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return type;
}

// Written once a second by each I/O thread: as a text it costs as much as reading a certificate's row.
std::string_view http_date() {
  thread_local std::array<char, 40> text{};
  thread_local std::size_t length = 0;
  thread_local std::time_t written = -1;
  std::time_t const now = std::time(nullptr);
  if (now != written) {
    std::tm parts{};
    gmtime_r(&now, &parts);
    length = std::strftime(text.data(), text.size(), "%a, %d %b %Y %H:%M:%S GMT", &parts);
    written = now;
  }
  return {text.data(), length};
}

}  // namespace

// What makes a message ambiguous to the proxy in front of us is refused before anything else is looked at
// (RFC 9112, 6.1 and 3.2).
std::optional<std::string_view> Connection::header_fault() const {
  auto const& head = parser_->get();
  bool const http11 = head.version() == 11;
  auto const codings = head.count(beast::http::field::transfer_encoding);
  if (codings != 0 && (!http11 || codings > 1 || !parser_->chunked())) return "不支持的传输编码";
  if (http11 && head.count(beast::http::field::host) != 1) return "缺少Host";
  return std::nullopt;
}

void Connection::take_header() {
  auto const& head = parser_->get();
  keep_ = false;
  request_.method = method_of(head.method());
  if (auto const fault = header_fault()) return refuse(400, FailureCode::input_invalid, *fault);
  if (!make_request()) return refuse(400, FailureCode::input_invalid, "网址有误");

  bool const no_body = parser_->is_done();
  if (match_.route == nullptr) {
    keep_ = no_body && parser_->keep_alive();
    match_.index = service_.metrics().rows();
    if (match_.allowed.empty()) return refuse(404, FailureCode::input_invalid, "没有这个网址");
    auto response = http_refusal(request_.path, 405, FailureCode::input_invalid, "此网址不支持该请求方法");
    response.headers.emplace_back("Allow", match_.allowed);
    return respond(std::move(response));
  }
  auto const told = parser_->content_length();
  if (told.value_or(0) > match_.route->most_body) {
    return refuse(413, FailureCode::answer_too_large, "请求内容过大");
  }
  auto const bytes = no_body ? 0 : told.value_or(match_.route->most_body);
  Service::asks_before_body(*match_.route, bytes) ? ask_before_body() : begin_body();
}

void Connection::begin_body() {
  if (!parser_->is_done() && beast::iequals(parser_->get()[beast::http::field::expect], "100-continue")) {
    enter(Phase::writing, options_.limits.write);
    static constexpr std::string_view go_on = "HTTP/1.1 100 Continue\r\n\r\n";
    return boost::asio::async_write(
        stream_, boost::asio::buffer(go_on),
        [self = shared_from_this()](Error error, std::size_t) { error ? self->close() : self->read_body(); });
  }
  read_body();
}

bool Connection::make_request() {
  auto const& head = parser_->get();
  auto const target = view(head.target());
  auto const question = target.find('?');
  auto const path = target.substr(0, question);
  if (!target.starts_with('/') || !percent_decode(path, false, request_.path)) return false;
  if (question != std::string_view::npos && !decode_form(target.substr(question + 1), request_.query))
    return false;
  match_ = service_.router().find(request_.method, path);
  // The kiosks' port is open to their whole network: pages, figures and health are not for it.
  bool const serves = stream_.tls() == nullptr || path.starts_with("/api/");
  if (!serves) match_ = {};
  request_.captures = std::move(match_.captures);
  request_.kiosk_id = view(head["X-Kiosk-Id"]);
  request_.if_none_match = view(head[beast::http::field::if_none_match]);
  request_.accept_encoding = view(head[beast::http::field::accept_encoding]);
  request_.content_type = lower_media_type(view(head[beast::http::field::content_type]));
  if (match_.route != nullptr && (match_.route->auth == Auth::session || !match_.route->documented)) {
    request_.browser = browser_of(head);
  }
  auto const authorization = view(head[beast::http::field::authorization]);
  if (authorization.starts_with("Bearer ")) request_.bearer = authorization.substr(7);
  request_.address = peer_;
  request_.certificate = client_;
  for (auto const& proxy : options_.certificate_proxies) {
    if (proxy == peer_ && head.count("X-Client-Certificate") == 1) {
      request_.told_certificate = view(head["X-Client-Certificate"]);
    }
  }
  for (auto const& proxy : options_.trusted_proxies) {
    if (proxy == peer_ && head.count("X-Real-IP") == 1) request_.address = view(head["X-Real-IP"]);
  }
  return true;
}

// Into head_, whose memory stays. Texts with their lengths: this is a part of every look-up.
void Connection::write_head() {
  using namespace std::string_view_literals;
  head_.clear();
  head_.reserve(usual_head_bytes);
  auto const put = [this](std::string_view name, std::string_view value) {
    head_.append("\r\n"sv).append(name).append(": "sv).append(value);
  };
  auto const reason = beast::http::obsolete_reason(static_cast<beast::http::status>(response_.status));
  head_.append("HTTP/1.1 "sv).append(std::to_string(response_.status)).append(" "sv).append(view(reason));
  put("Date"sv, http_date());
  put("Content-Type"sv, response_.content_type);
  put("Content-Length"sv, std::to_string(response_.body.size()));
  head_.append("\r\nX-Content-Type-Options: nosniff\r\nCache-Control: no-store"sv);
  for (auto const& [name, value] : response_.headers) put(name, value);
  if (!keep_) put("Connection"sv, "close"sv);
  if (keep_ && parser_ && parser_->get().version() == 10) put("Connection"sv, "keep-alive"sv);
  head_.append("\r\n\r\n"sv);
}

}  // namespace ce::http
