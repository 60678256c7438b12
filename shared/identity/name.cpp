#include "shared/identity/name.h"

#include <algorithm>

#include "shared/base/text.h"

namespace ce::identity {
namespace {

bool is_between(char32_t c, char32_t first, char32_t last) {
  return c >= first && c <= last;
}

// C0 and C1 controls; zero-width and direction marks, separators, the byte-order mark; variation of emoji and
// tags are left to the fonts, which know whether they have them.
bool is_hidden(char32_t c) {
  return c < 0x20 || is_between(c, 0x7F, 0x9F) || c == 0xAD || c == 0x61C || is_between(c, 0x200B, 0x200F) ||
         is_between(c, 0x2028, 0x202E) || is_between(c, 0x2060, 0x206F) || c == 0xFEFF ||
         is_between(c, 0xFFF9, 0xFFFD);
}

bool is_private(char32_t c) {
  return is_between(c, 0xE000, 0xF8FF) || is_between(c, 0xFE00, 0xFE0F) || c >= 0xE0000;
}

std::string_view without_leading_blanks(std::string_view text) {
  constexpr std::string_view ideographic_space = "\u3000";
  for (;;) {
    if (text.starts_with(' ')) {
      text.remove_prefix(1);
    } else if (text.starts_with(ideographic_space)) {
      text.remove_prefix(ideographic_space.size());
    } else {
      return text;
    }
  }
}

}  // namespace

bool is_plain_text(std::string_view text) {
  auto const decoded = decode_utf8(text);
  return decoded && std::none_of(decoded->begin(), decoded->end(), is_hidden);
}

std::optional<PrivateCharacter> private_character(std::string_view name) {
  auto const decoded = decode_utf8(name);
  if (!decoded) return std::nullopt;
  auto const found = std::find_if(decoded->begin(), decoded->end(), is_private);
  if (found == decoded->end()) return std::nullopt;
  return PrivateCharacter{static_cast<std::size_t>(found - decoded->begin()) + 1, *found};
}

Result<std::string> checked_name(std::string_view entered) {
  // NUL counts as padding on cards only, so it is looked for before the ends are trimmed.
  if (!is_plain_text(entered)) {
    return Failure{FailureCode::input_invalid, "name: 姓名中有控制符或者看不见的字符"};
  }
  std::string name = trim_right(without_leading_blanks(entered));
  if (name.empty()) return Failure{FailureCode::input_invalid, "name: 没有填写姓名"};
  if (decode_utf8(name)->size() > most_name_characters) {
    return Failure{FailureCode::input_invalid,
                   "name: 姓名超过 " + std::to_string(most_name_characters) + " 个字"};
  }
  return name;
}

}  // namespace ce::identity
