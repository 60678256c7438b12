#include "kiosk/widgets/text_layout.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "kiosk/widgets/line_breaks.h"
#include "shared/base/text.h"

namespace ce::widgets {
namespace {

constexpr char32_t ellipsis = U'…';

void shorten(GlyphAtlas& atlas, TextLine& line, int em, Weight weight, float width) {
  float const dots = measure(atlas, std::u32string(1, ellipsis), em, weight);
  while (!line.text.empty() && measure(atlas, line.text, em, weight) + dots > width) line.text.pop_back();
  line.text.push_back(ellipsis);
  line.width = measure(atlas, line.text, em, weight);
}

/// How full a line must be, of the width, to end where a reader pauses rather than where it is full.
constexpr float never = 2;
constexpr float well_filled = 0.55F;
constexpr float half_filled = 0.4F;  // under a heading in the middle

/// Where the line that begins at `from` ends: past the last character on it.
std::size_t line_end(GlyphAtlas& atlas, std::u32string_view text, std::size_t from, int em, Weight weight,
                     float width, float pauses_from) {
  float wide = 0;
  std::size_t pause = from;
  for (std::size_t at = from; at < text.size(); ++at) {
    if (text[at] == U'\n') return at;
    if (at > from && wide >= width * pauses_from && is_pause(text, at)) pause = at;
    // At the end of a line a mark has its whole square.
    float const own = atlas.glyph(text[at], em, weight).advance;
    bool const over = wide + own > width;
    if (over && at > from && text[at] != U' ') {
      if (pause > from) return pause;
      for (std::size_t good = at; good > from; --good) {
        if (may_break(text, good)) return good;
      }
      return at;
    }
    wide += advance(own, text, at, em);
  }
  return text.size();
}

TextLayout lay_out_with(GlyphAtlas& atlas, std::u32string_view text, int em, Weight weight, float width,
                        int most_lines, float pauses_from) {
  TextLayout layout;
  std::size_t at = 0;
  while (at < text.size()) {
    std::size_t const end = line_end(atlas, text, at, em, weight, width, pauses_from);
    std::size_t shown = end;
    while (shown > at && text[shown - 1] == U' ') --shown;
    TextLine line{std::u32string(text.substr(at, shown - at)), 0};
    line.width = measure(atlas, line.text, em, weight);
    at = end;
    if (at < text.size() && text[at] != U'\n' && text[at] != U' ' && !may_break(text, at)) layout.torn = true;
    if (at < text.size() && text[at] == U'\n') ++at;
    while (at < text.size() && text[at] == U' ') ++at;
    bool const last = most_lines > 0 && static_cast<int>(layout.lines.size()) + 1 == most_lines;
    if ((last && at < text.size()) || line.width > width) {
      shorten(atlas, line, em, weight, width);
      layout.cut = true;
    }
    layout.width = std::max(layout.width, line.width);
    layout.lines.push_back(std::move(line));
    if (last) break;
  }
  return layout;
}

/// A dot between two parts has nothing to part where the line ends with it.
TextLayout without_last_dots(GlyphAtlas& atlas, TextLayout layout, int em, Weight weight) {
  for (std::size_t i = 0; i + 1 < layout.lines.size(); ++i) {
    auto& line = layout.lines[i];
    if (!line.text.ends_with(U" ·")) continue;
    line.text.erase(line.text.size() - 2);
    line.width = measure(atlas, line.text, em, weight);
  }
  layout.width = 0;
  for (auto const& line : layout.lines) layout.width = std::max(layout.width, line.width);
  return layout;
}

/// The text in two lines of which the first ends where a reader pauses; nothing where there is no such way.
/// Longer texts are read on without a halt at the end of each line.
std::optional<TextLayout> at_pause(GlyphAtlas& atlas, std::u32string_view text, int em, Weight weight,
                                   float width, float pauses_from) {
  TextLayout layout = lay_out_with(atlas, text, em, weight, width, 0, pauses_from);
  if (layout.lines.size() != 2 || layout.cut) return std::nullopt;
  auto const& first = layout.lines[0].text;
  auto const& second = layout.lines[1].text;
  if (first.empty() || !is_pause(std::u32string{first.back(), second.front()}, 1)) return std::nullopt;
  return without_last_dots(atlas, std::move(layout), em, weight);
}

/// Whether one or two characters and a mark stand alone on the last line, or one word that others could go
/// with.
bool is_alone(TextLayout const& layout, int em) {
  auto const& last = layout.lines.back();
  if (last.width < 3.2F * static_cast<float>(em)) return true;
  auto const is_latin = [](char32_t c) { return c > U' ' && c < U'\u0250'; };
  return last.width < layout.width / 2 && std::all_of(last.text.begin(), last.text.end(), is_latin);
}

}  // namespace

std::u32string code_points(std::string_view text) {
  return decode_utf8(text).value_or(std::u32string(1, U'�'));
}

float advance(float own, std::u32string_view text, std::size_t at, int em) {
  // A font whose quotation marks are narrow has no blank to give.
  bool const square = own >= 0.9F * static_cast<float>(em);
  if (!square || at + 1 >= text.size() || !share_blank(text[at], text[at + 1])) return own;
  return own - std::round(own / 2);
}

float measure(GlyphAtlas& atlas, std::u32string_view text, int em, Weight weight) {
  float width = 0;
  for (std::size_t at = 0; at < text.size(); ++at)
    width += advance(atlas.glyph(text[at], em, weight).advance, text, at, em);
  return width;
}

TextLayout lay_out(GlyphAtlas& atlas, std::u32string_view text, int em, Weight weight, float width,
                   int most_lines) {
  return without_last_dots(atlas, lay_out_with(atlas, text, em, weight, width, most_lines, never), em,
                           weight);
}

TextLayout lay_out_together(GlyphAtlas& atlas, std::u32string_view text, int em, Weight weight, float width,
                            int most_lines) {
  TextLayout layout = lay_out(atlas, text, em, weight, width, most_lines);
  if (layout.lines.size() < 2 || layout.cut) return layout;
  auto paused = at_pause(atlas, text, em, weight, width, well_filled);
  if (paused && !is_alone(*paused, em)) return *std::move(paused);
  return is_alone(layout, em) ? lay_out_balanced(atlas, text, em, weight, width, most_lines) : layout;
}

TextLayout lay_out_balanced(GlyphAtlas& atlas, std::u32string_view text, int em, Weight weight, float width,
                            int most_lines) {
  TextLayout best = lay_out(atlas, text, em, weight, width, most_lines);
  if (best.lines.size() < 2 || best.cut) return best;
  auto paused = at_pause(atlas, text, em, weight, width, half_filled);
  if (paused && paused->lines[1].width >= paused->width * half_filled) return *std::move(paused);
  float low = width / static_cast<float>(best.lines.size() + 1);
  float high = width;
  for (int step = 0; step < 6; ++step) {
    float const half = (low + high) / 2;
    TextLayout tried = lay_out(atlas, text, em, weight, half, most_lines);
    if (tried.lines.size() <= best.lines.size() && !tried.cut) {
      best = std::move(tried);
      high = half;
    } else {
      low = half;
    }
  }
  return best;
}

}  // namespace ce::widgets
