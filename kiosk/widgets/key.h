#pragma once

#include <string_view>

#include "kiosk/widgets/ui.h"

namespace ce::widgets {

enum class KeyLook : unsigned char {
  primary,    // the one thing to do here
  secondary,  // another way on
  quiet,      // on a bar; no depth
};

struct KeySpec {
  std::string_view id = {};
  std::string_view label = {};
  Icon icon = Icon::none;
  KeyLook look = KeyLook::primary;
  bool enabled = true;
  bool stacked = false;  // icon over label
  bool icon_last = false;
  bool on = false;             // a switch that is on
  float em = 0;                // 0: the theme's lead
  float kept = 0;              // of a card key's first line, px: free at its end, for whoever draws there
  std::string_view name = {};  // for targets, if the label says less than the key does
};

/// A key with icon and label; whether it was pressed. At least theme.target wide and high, or tests fail.
[[nodiscard]] bool key(Ui& ui, Rect const& box, KeySpec const& spec);

/// A key as a card: icon, label and a line that explains it.
[[nodiscard]] bool card_key(Ui& ui, Rect const& box, KeySpec const& spec, std::string_view hint);
/// What the label of a card key has of its width where it is that large.
[[nodiscard]] float card_key_room(Ui const& ui, Rect const& box, float em);
/// The `kept` end of its label's line.
[[nodiscard]] Rect card_key_state(Ui const& ui, Rect const& box, KeySpec const& spec, std::string_view hint);
/// A switch: `on` shows by its sign and its fill. Whether it was pressed.
[[nodiscard]] bool toggle_key(Ui& ui, Rect const& box, KeySpec const& spec);

/// One of several: the one that is taken carries a check mark. Whether another was chosen.
[[nodiscard]] bool choice_key(Ui& ui, Rect const& box, KeySpec const& spec);

/// A switch as a chip: always with its word; on = filled. `marked`: with a check before it, for what is done.
/// `shown`: in the place of `label`, which is what it is called; empty: the label.
[[nodiscard]] bool tab_key(Ui& ui, Rect const& box, std::string_view id, std::string_view label, bool chosen,
                           bool marked = false, std::string_view shown = {});
/// What a tab needs so that its word stands in one line.
[[nodiscard]] float tab_width(Ui const& ui, std::string_view label, bool marked);

}  // namespace ce::widgets
