#pragma once

#include "kiosk/widgets/palette.h"

namespace ce::widgets {

/// The screen as it is: pixels and, because fingers and eyes are measured in millimetres, its real size.
struct Display {
  int width = 1080;   // px
  int height = 1920;  // px
  float px_per_mm = 4;

  [[nodiscard]] bool portrait() const { return height >= width; }
  bool operator==(Display const&) const = default;
};

/// Character heights S / M / L / XL of VVSG 2.0 (3.5-4.2, 4.8-5.6, 6.4-7.1, 8.5-9.0 mm).
enum class TextSize : unsigned char { small, medium, large, extra_large };

/// What the visitor has switched.
struct Comfort {
  TextSize size = TextSize::medium;
  bool elder = false;
  bool high_contrast = false;
  bool operator==(Comfort const&) const = default;
};

/// All measures of one screen, in pixels. Made by make_theme(), a value.
struct Theme {
  Palette palette;
  Display display;
  Comfort comfort;

  // Type: the em of each level.
  float caption = 0;
  float body = 0;
  float lead = 0;      // labels of keys, names
  float title = 0;     // headings of parts
  float headline = 0;  // the one sentence of a screen
  float display_type = 0;
  float least_type = 0;  // nothing is ever smaller
  float leading = 1.45F;

  // Space
  float gap = 0;     // between neighbours; at least what must lie between two targets
  float pad = 0;     // inside a card
  float margin = 0;  // to the edge of the screen
  float radius = 0;  // of cards
  float key_radius = 0;
  float hairline = 1;
  float edge = 1;    // of cards and words in a tone: all that high contrast sets them off by
  float target = 0;  // least side of a key
  float key = 0;     // height of an ordinary key

  /// Type is so large that screens show what matters most alone.
  [[nodiscard]] bool few_things() const { return comfort.elder || comfort.size >= TextSize::large; }
  [[nodiscard]] bool calm() const { return comfort.elder; }  // no motion
};

[[nodiscard]] Theme make_theme(Display const& display, Comfort const& comfort);

}  // namespace ce::widgets
