#include <algorithm>
#include <cmath>

#include "kiosk/widgets/ui.h"

namespace ce::widgets {
namespace {

constexpr float step_smaller = 0.94F;

/// The height that n lines cover: the leading lies between lines, not around them.
float block_height(std::size_t lines, float em, float leading) {
  if (lines == 0) return 0;
  return em * (1.12F + static_cast<float>(lines - 1) * leading);
}

TextLayout layout_for(GlyphAtlas& atlas, std::u32string_view text, float em, TextStyle const& style,
                      float width, int lines) {
  int const pixels = std::max(1, static_cast<int>(em));
  return style.align == Align::centre ? lay_out_balanced(atlas, text, pixels, style.weight, width, lines)
                                      : lay_out_together(atlas, text, pixels, style.weight, width, lines);
}

}  // namespace

float Ui::width_of(std::string_view text, float em, Weight weight) const {
  return measure(*atlas_, code_points(text), static_cast<int>(em), weight);
}

float Ui::height_of(std::string_view text, TextStyle const& style, float width) const {
  auto const layout = layout_for(*atlas_, code_points(text), style.em, style, width, style.lines);
  return block_height(layout.lines.size(), style.em, theme_.leading);
}

float Ui::widest_line_of(std::string_view text, TextStyle const& style, float width) const {
  return layout_for(*atlas_, code_points(text), style.em, style, width, style.lines).width;
}

Rect Ui::text(Rect const& box, std::string_view utf8, TextStyle const& style) {
  std::u32string const text = code_points(utf8);
  if (text.empty()) return {box.x, box.y, 0, 0};

  float const least = std::max(theme_.least_type, style.em * style.shrink);
  float em = std::max(1.F, std::floor(style.em));  // a box without height leaves none
  TextLayout layout;
  bool fits = false;
  for (;;) {
    float const room = box.h - em * 1.12F;
    int const tall = 1 + std::max(0, static_cast<int>((room + 0.5F) / (em * theme_.leading)));
    int const lines = style.lines > 0 ? std::min(style.lines, tall) : tall;
    layout = layout_for(*atlas_, text, em, style, box.w, lines);
    fits = !layout.cut && !layout.torn && block_height(layout.lines.size(), em, theme_.leading) <= box.h + 1;
    if (fits || em <= least) break;
    em = std::max(std::min(std::floor(em * step_smaller), em - 1), std::floor(least));
  }

  float const height = block_height(layout.lines.size(), em, theme_.leading);
  float y = box.y;
  if (style.stand == Stand::middle) y += (box.h - height) / 2;
  if (style.stand == Stand::bottom) y += box.h - height;
  Rect used{box.right(), y, 0, height};
  float right = box.x;
  float middle = y + em * 0.56F;
  for (TextLine const& line : layout.lines) {
    float x = box.x;
    if (style.align == Align::centre) x += (box.w - line.width) / 2;
    if (style.align == Align::right) x += box.w - line.width;
    brush_->glyphs({x - line.lead, middle}, line.text, static_cast<int>(em), style.weight, style.ink);
    used.x = std::min(used.x, x);
    right = std::max(right, x + line.width);
    middle += em * theme_.leading;
  }
  used.w = right - used.x;
  if (keep_inscriptions_ && !covered_) {
    int missing = 0;
    for (char32_t const code : text) {
      if (code != U'\n' && atlas_->glyph(code, static_cast<int>(em), style.weight).missing) ++missing;
    }
    std::vector<std::u32string> lines;
    for (TextLine& line : layout.lines) lines.push_back(std::move(line.text));
    inscriptions_.push_back({std::string(utf8), std::move(lines), used, em, layout.cut, !fits, missing});
  }
  return used;
}

void Ui::icon(Point centre, Icon icon, float em, Color ink) {
  if (icon == Icon::none) return;
  float const size = std::floor(em);
  char32_t const code = static_cast<char32_t>(icon);
  brush_->glyphs({centre.x - size / 2, centre.y}, {&code, 1}, static_cast<int>(size), Weight::icon, ink);
}

}  // namespace ce::widgets
