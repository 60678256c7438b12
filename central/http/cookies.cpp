#include "central/http/cookies.h"

#include <algorithm>

namespace ce::http {
namespace {

constexpr std::size_t token_digits = 64;

bool is_cookie_octet(char c) {
  auto const byte = static_cast<unsigned char>(c);
  return byte > 0x20 && byte < 0x7F && c != '"' && c != ',' && c != ';' && c != '\\';
}

bool is_hex(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
}

}  // namespace

std::optional<std::string_view> cookie_value(std::string_view header, std::string_view name) {
  std::optional<std::string_view> found;
  while (!header.empty()) {
    auto const end = header.find("; ");
    auto const pair = header.substr(0, end);
    header.remove_prefix(end == std::string_view::npos ? header.size() : end + 2);
    if (header.empty() && end != std::string_view::npos) return std::nullopt;
    auto const equals = pair.find('=');
    if (equals == std::string_view::npos || equals == 0) return std::nullopt;
    auto value = pair.substr(equals + 1);
    if (value.size() >= 2 && value.starts_with('"') && value.ends_with('"')) {
      value = value.substr(1, value.size() - 2);
    }
    if (!std::all_of(value.begin(), value.end(), is_cookie_octet)) return std::nullopt;
    if (pair.substr(0, equals) != name) continue;
    if (found) return std::nullopt;
    found = value;
  }
  return found;
}

std::optional<SecretText> SessionCookie::token_of(Request const& request) const {
  auto const value = cookie_value(request.browser.cookies, name());
  if (!value || value->size() != token_digits || !std::all_of(value->begin(), value->end(), is_hex)) {
    return std::nullopt;
  }
  return SecretText{std::string{*value}};
}

std::string SessionCookie::with_attributes(std::string_view value) const {
  std::string text{name()};
  text.append("=").append(value).append("; Path=/; HttpOnly; SameSite=Strict");
  return secure ? text + "; Secure" : text;
}

std::string SessionCookie::set(SecretText const& token) const {
  return with_attributes(token.reveal());
}

std::string SessionCookie::clear() const {
  return with_attributes("") + "; Max-Age=0";
}

}  // namespace ce::http
