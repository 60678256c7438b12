#pragma once

#include <string_view>
#include <vector>

#include "kiosk/widgets/color.h"

namespace ce::widgets {

/// Ink on ground, and the line round it.
struct Pair {
  Color ink = 0;
  Color ground = 0;
  Color edge = 0;
};

/// The colours of one theme. Text stands only on the pairs of text_pairs().
struct Palette {
  Color ground = 0;        // behind everything
  Color ground_shade = 0;  // quiet ornaments on the ground
  Color ink = 0;           // text
  Color ink_soft = 0;      // secondary text
  Color card = 0;
  Color line = 0;       // hairlines and edges of cards
  Color head_from = 0;  // the header's gradient
  Color head_to = 0;
  Color on_head = 0;
  Color accent = 0;  // warm gold, never under text
  Color seal = 0;    // Guangdong red, for the emblem and the seal alone
  Color on_seal = 0;
  Color track = 0;      // what is not yet done, in rings and bars
  Color progress = 0;   // what is done
  Color mandatory = 0;  // the mandatory part
  Color scrim = 0;      // over the screen, under a countdown
  Color shadow = 0;
  Pair primary;  // the key of the screen
  Pair primary_down;
  Pair secondary;
  Pair secondary_down;
  Pair disabled;
  Pair neutral;  // tones of words
  Pair good;
  Pair notice;
  Pair bad;
  Color focus_outer = 0;  // the ring round what the keys of a headset are at
  Color focus_inner = 0;
  bool flat = false;  // no shadows and gradients: high contrast
};

[[nodiscard]] Palette const& standard_palette();
/// Black and white; every text pair at least 20:1.
[[nodiscard]] Palette const& high_contrast_palette();

struct NamedPair {
  std::string_view name;
  Color ink;
  Color ground;
};
/// Every pair on which text may stand.
[[nodiscard]] std::vector<NamedPair> text_pairs(Palette const& palette);

}  // namespace ce::widgets
