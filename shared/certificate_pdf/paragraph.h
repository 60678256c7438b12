#pragma once

#include <string>
#include <vector>

#include "shared/certificate_pdf/pen.h"
#include "shared/certificate_pdf/type_case.h"

namespace ce::certificate_pdf {

/// A stretch of text of one look within a paragraph.
struct Run {
  std::u32string text;
  double size_mm = 0;
  bool together = false;      // never broken over lines
  double least_width_mm = 0;  // centred within it
  double padding_mm = 0;      // clear space on both sides
  bool underlined = false;
  Face const* face = nullptr;  // as TypeCase::set
};

struct ParagraphShape {
  Point first_baseline;  // left edge of the text block
  double width_mm = 0;
  double pitch_mm = 0;   // from baseline to baseline
  double indent_mm = 0;  // of the first line
  int font = 0;          // as Pen::TextLook::font
};

/// A run that stays together, placed.
struct PlacedText {
  SetText glyphs;
  Point baseline;
  double size_mm = 0;
  double condense = 1;
  double tracking_mm = 0;
  double underline_from = 0;
  double underline_to = 0;  // equal to `from`: none
};

/// Lays the runs out in lines by the rules of GB/T 15834 and Chinese setting: no line begins with a
/// closing mark or ends with an opening one; full lines are spread to the right edge. A run that is
/// wider than a line is condensed, by a quarter at most, and set smaller beyond that.
[[nodiscard]] std::vector<PlacedText> lay_out(TypeCase& type, std::vector<Run> const& runs,
                                              ParagraphShape const& shape);
/// How many lines the layout took.
[[nodiscard]] int line_count(std::vector<PlacedText> const& placed, ParagraphShape const& shape);

void draw(Pen& pen, std::vector<PlacedText> const& placed, int font);

}  // namespace ce::certificate_pdf
