#include "central/http/message.h"

#include <algorithm>

namespace ce::http {
namespace {

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

std::string_view value_in(std::vector<std::pair<std::string, std::string>> const& members,
                          std::string_view name) {
  for (auto const& [key, value] : members) {
    if (key == name) return value;
  }
  return {};
}

}  // namespace

std::string_view Request::query_value(std::string_view name) const {
  return value_in(query, name);
}

std::string_view Request::form_value(std::string_view name) const {
  return value_in(form, name);
}

bool percent_decode(std::string_view text, bool plus_is_space, std::string& decoded) {
  auto const told_otherwise = [&](char c) { return c == '%' || c == '\0' || (c == '+' && plus_is_space); };
  if (std::none_of(text.begin(), text.end(), told_otherwise)) {
    decoded.assign(text);  // nearly always
    return true;
  }
  decoded.clear();
  decoded.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    char c = text[i];
    if (c == '+' && plus_is_space) {
      c = ' ';
    } else if (c == '%') {
      int const high = i + 2 < text.size() ? hex_value(text[i + 1]) : -1;
      int const low = i + 2 < text.size() ? hex_value(text[i + 2]) : -1;
      if (high < 0 || low < 0) return false;
      c = static_cast<char>(high * 16 + low);
      i += 2;
    }
    if (c == '\0') return false;
    decoded.push_back(c);
  }
  return true;
}

bool decode_form(std::string_view text, std::vector<std::pair<std::string, std::string>>& members) {
  members.clear();
  while (!text.empty()) {
    auto const end = text.find('&');
    auto const piece = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    if (piece.empty()) continue;
    auto const equals = piece.find('=');
    auto& [name, value] = members.emplace_back();
    if (!percent_decode(piece.substr(0, equals), true, name)) return false;
    if (equals != std::string_view::npos && !percent_decode(piece.substr(equals + 1), true, value))
      return false;
  }
  return true;
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

}  // namespace ce::http
