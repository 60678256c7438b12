#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "kiosk/widgets/glyph_atlas.h"

namespace ce::widgets {

/// One line of a laid-out text.
struct TextLine {
  std::u32string text;
  float width = 0;  // without `lead`
  float lead = 0;   // how much further left its first mark stands, whose square begins blank
};

struct TextLayout {
  std::vector<TextLine> lines;
  float width = 0;    // of the widest line
  bool cut = false;   // the last line ends with an ellipsis because there was no room
  bool torn = false;  // a word was wider than a line and goes on in the next
};

/// Code points of UTF-8; malformed text gives the replacement character once.
[[nodiscard]] std::u32string code_points(std::string_view text);

/// How far the pen goes from text[at], whose glyph alone would take `own`, to the next character, in pixels.
[[nodiscard]] float advance(float own, std::u32string_view text, std::size_t at, int em);

[[nodiscard]] float measure(GlyphAtlas& atlas, std::u32string_view text, int em, Weight weight);

/// Breaks `text` into lines of at most `width`: anywhere between Han characters, but not before closing or
/// after opening punctuation, and not within a word or number unless it alone is wider. '\n' breaks always.
/// At most `most_lines` lines (0: any number); what is over ends in an ellipsis.
[[nodiscard]] TextLayout lay_out(GlyphAtlas& atlas, std::u32string_view text, int em, Weight weight,
                                 float width, int most_lines);

/// The same, but lines end where a reader pauses if that takes no more of them, and are less full where one
/// or two characters, or one Latin word, would be left alone on the last line.
[[nodiscard]] TextLayout lay_out_together(GlyphAtlas& atlas, std::u32string_view text, int em, Weight weight,
                                          float width, int most_lines);

/// The same with lines that end where a reader pauses, or else are of about equal length, so that no heading
/// leaves one character on its last line.
[[nodiscard]] TextLayout lay_out_balanced(GlyphAtlas& atlas, std::u32string_view text, int em, Weight weight,
                                          float width, int most_lines);

}  // namespace ce::widgets
