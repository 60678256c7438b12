#pragma once

#include "kiosk/widgets/ui.h"

namespace ce::widgets {

/// A white card that lies on the ground with a soft shadow; an outlined box in high contrast.
void panel(Ui& ui, Rect const& box);

/// The meaning of a word.
enum class Meaning : unsigned char { neutral, good, notice, bad };

[[nodiscard]] Pair const& colors_of(Palette const& palette, Meaning meaning);
[[nodiscard]] Icon icon_of(Meaning meaning);

/// A word with its icon in a tinted pill: colour is never the only cue. Right-aligned in `box` or left;
/// returns what it covers.
Rect badge(Ui& ui, Rect const& box, std::string_view word, Meaning meaning, Align align, float em = 0);
/// How wide badge() will be.
[[nodiscard]] float badge_width(Ui const& ui, std::string_view word, float em = 0);

/// A full-width strip with icon and sentence.
void strip(Ui& ui, Rect const& box, std::string_view sentence, Meaning meaning);
/// The height that strip() needs at that width.
[[nodiscard]] float strip_height(Ui const& ui, std::string_view sentence, float width);

}  // namespace ce::widgets
