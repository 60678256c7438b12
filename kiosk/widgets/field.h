#pragma once

#include <optional>
#include <string_view>

#include "kiosk/widgets/key.h"

namespace ce::widgets {

struct FieldLook {
  std::string_view label;
  std::string_view shown;
  std::string_view hint;  // while empty
  bool active = false;
};
/// A labelled box for what is being typed; the active one has a caret and a strong edge.
void field(Ui& ui, Rect const& box, FieldLook const& look);

struct KeypadLook {
  std::string_view last_row = "0";  // up to three; the last of them takes what is left
  std::string_view erase_label;
  std::string_view clear_label;
  std::string_view confirm_label;
  bool can_confirm = false;
};
enum class KeypadStroke : unsigned char { character, erase, clear, confirm };
struct Stroke {
  KeypadStroke what = KeypadStroke::character;
  char character = '0';
};
/// Digits, what the last row has beside 0, and the keys for erasing and confirming; ids key_0 ... key_X,
/// erase, clear, confirm. The stroke of this pass.
[[nodiscard]] std::optional<Stroke> keypad(Ui& ui, Rect const& box, KeypadLook const& look);
/// The least height of its four rows, px.
[[nodiscard]] float keypad_least(Theme const& theme);

}  // namespace ce::widgets
