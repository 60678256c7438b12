#include "central/verification/name_match.h"

#include <optional>
#include <string>

#include "shared/base/text.h"

namespace ce::verification {
namespace {

bool is_blank(char32_t c) {
  return c == U' ' || c == U'\t' || c == U'\u3000' || c == U'\u00A0';
}

bool is_interpunct(char32_t c) {
  constexpr std::u32string_view forms = U"\u00B7\u2022\u2027\u22C5\u30FB\uFF65\uFF0E\u0387\u2219";
  return forms.find(c) != std::u32string_view::npos;
}

// Full-width letters to plain ones, and those to upper case.
char32_t plain_letter(char32_t c) {
  if (c >= U'\uFF21' && c <= U'\uFF5A') c = c - U'\uFF21' + U'A';
  if (c >= U'a' && c <= U'z') c = c - U'a' + U'A';
  return c;
}

std::optional<std::u32string> comparable(std::string_view name) {
  auto const text = decode_utf8(name);
  if (!text) return std::nullopt;
  std::u32string out;
  for (char32_t c : *text) {
    if (!is_blank(c)) out.push_back(is_interpunct(c) ? U'\u00B7' : plain_letter(c));
  }
  return out;
}

}  // namespace

bool same_name(std::string_view printed, std::string_view typed) {
  auto const a = comparable(printed);
  auto const b = comparable(typed);
  return a && b && !a->empty() && *a == *b;
}

}  // namespace ce::verification
