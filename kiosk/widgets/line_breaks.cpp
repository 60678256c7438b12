#include "kiosk/widgets/line_breaks.h"

namespace ce::widgets {
namespace {

constexpr std::u32string_view never_first = U"，。、；：！？）》」』】〉”’…—·％℃,.;:!?)]}%";
constexpr std::u32string_view never_last = U"（《「『【〈“‘([{";

constexpr std::u32string_view pauses = U"，。、；：！？）》」』】〉”’,;!?)";

bool is_in(char32_t c, std::u32string_view set) {
  return set.find(c) != std::u32string_view::npos;
}

bool is_word(char32_t c) {
  return (c >= U'0' && c <= U'9') || (c >= U'A' && c <= U'Z') || (c >= U'a' && c <= U'z') || c == U'*' ||
         c == U'-' || c == U'.' || c == U'/' || c == U'_' || c == U':' || (c >= 0xC0 && c < 0x250);
}

bool is_digit(char32_t c) {
  return c >= U'0' && c <= U'9';
}

/// Whether a unit may begin with it: 学时, min.
bool begins_unit(char32_t c) {
  return c >= 0x2E80 || (c >= U'a' && c <= U'z');
}

}  // namespace

bool may_break(std::u32string_view text, std::size_t at) {
  char32_t const before = text[at - 1];
  char32_t const after = text[at];
  if (after == U' ') return false;
  bool const unit = at >= 2 && is_digit(text[at - 2]) && begins_unit(after);
  if (before == U' ') return !unit;
  if (is_in(after, never_first) || is_in(before, never_last)) return false;
  return !(is_word(before) && is_word(after));
}

bool is_pause(std::u32string_view text, std::size_t at) {
  return may_break(text, at) && (is_in(text[at - 1], pauses) || is_in(text[at], never_last));
}

}  // namespace ce::widgets
