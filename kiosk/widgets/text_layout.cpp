#include "kiosk/widgets/text_layout.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

#include "kiosk/widgets/line_breaks.h"
#include "shared/base/text.h"

namespace ce::widgets {
namespace {

constexpr char32_t ellipsis = U'…';

TextLine set_line(GlyphAtlas& atlas, std::u32string text, int em, Weight weight) {
  TextLine line{std::move(text), 0, 0};
  line.width = measure(atlas, line.text, em, weight);
  if (line.text.empty() || !begins_blank(line.text.front())) return line;
  float const own = atlas.glyph(line.text.front(), em, weight).advance;
  // A font whose quotation marks are narrow has no blank to give.
  if (own >= 0.9F * static_cast<float>(em)) line.lead = std::round(own / 2);
  line.width -= line.lead;
  return line;
}

void shorten(GlyphAtlas& atlas, TextLine& line, int em, Weight weight, float width) {
  float const dots = measure(atlas, std::u32string(1, ellipsis), em, weight);
  while (!line.text.empty() && measure(atlas, line.text, em, weight) + dots > width) line.text.pop_back();
  line.text.push_back(ellipsis);
  line = set_line(atlas, std::move(line.text), em, weight);
}

/// Where the line that begins at `from` ends: past the last character on it.
std::size_t line_end(GlyphAtlas& atlas, std::u32string_view text, std::size_t from, int em, Weight weight,
                     float width) {
  float wide = 0;
  for (std::size_t at = from; at < text.size(); ++at) {
    if (text[at] == U'\n') return at;
    // At the end of a line a mark has its whole square.
    float const own = atlas.glyph(text[at], em, weight).advance;
    bool const over = wide + own > width;
    if (over && at > from && text[at] != U' ') {
      for (std::size_t good = at; good > from; --good) {
        if (may_break(text, good)) return good;
      }
      return at;
    }
    wide += advance(own, text, at, em);
  }
  return text.size();
}

void measure_whole(TextLayout& layout) {
  layout.width = 0;
  for (auto const& line : layout.lines) layout.width = std::max(layout.width, line.width);
}

/// A dot between two parts has nothing to part where the line ends with it.
TextLayout without_last_dots(GlyphAtlas& atlas, TextLayout layout, int em, Weight weight) {
  for (std::size_t i = 0; i + 1 < layout.lines.size(); ++i) {
    auto& line = layout.lines[i];
    if (!line.text.ends_with(U" ·")) continue;
    line.text.erase(line.text.size() - 2);
    line = set_line(atlas, std::move(line.text), em, weight);
  }
  measure_whole(layout);
  return layout;
}

// A text in two lines of which the first ends where a reader pauses. Longer texts are read on without a halt
// at the end of each line.

TextLayout in_two(GlyphAtlas& atlas, std::u32string_view text, std::size_t at, int em, Weight weight) {
  auto first = text.substr(0, at);
  auto second = text.substr(at);
  while (first.ends_with(U' ')) first.remove_suffix(1);
  while (second.starts_with(U' ')) second.remove_prefix(1);
  TextLayout layout;
  for (auto const part : {first, second})
    layout.lines.push_back(set_line(atlas, std::u32string{part}, em, weight));
  return without_last_dots(atlas, std::move(layout), em, weight);
}

/// The last pause that leaves the first line well filled.
std::optional<TextLayout> at_last_pause(GlyphAtlas& atlas, std::u32string_view text, int em, Weight weight,
                                        float width) {
  constexpr float well_filled = 0.55F;
  for (std::size_t at = text.size() - 1; at > 0; --at) {
    if (!is_pause(text, at)) continue;
    TextLayout layout = in_two(atlas, text, at, em, weight);
    if (layout.lines[0].width < width * well_filled) return std::nullopt;
    if (layout.width <= width) return layout;
  }
  return std::nullopt;
}

/// The pause that leaves both lines most alike, rather the end of a sentence than another; none where one of
/// them would be short beside the other.
std::optional<TextLayout> at_middle_pause(GlyphAtlas& atlas, std::u32string_view text, int em, Weight weight,
                                          float width) {
  constexpr float least_share = 0.4F;
  std::optional<TextLayout> best;
  float best_worth = 0;
  for (std::size_t at = 1; at < text.size(); ++at) {
    if (!is_pause(text, at)) continue;
    TextLayout layout = in_two(atlas, text, at, em, weight);
    float const share = std::min(layout.lines[0].width, layout.lines[1].width) / std::max(1.F, layout.width);
    if (layout.width > width || share < least_share) continue;
    float const worth = share + (ends_sentence(text, at) ? 1.F : 0.F);
    if (worth <= best_worth) continue;
    best_worth = worth;
    best = std::move(layout);
  }
  return best;
}

/// Whether one or two characters and a mark stand alone on the last line, or one word that others could go
/// with, or few short ones.
bool is_alone(TextLayout const& layout, int em) {
  auto const& last = layout.lines.back();
  if (last.width < 3.2F * static_cast<float>(em)) return true;
  auto const is_latin = [](char32_t c) { return c < U'\u0250'; };
  bool const one_word = last.text.find(U' ') == last.text.npos;
  return last.width < layout.width * (one_word ? 0.5F : 0.3F) &&
         std::all_of(last.text.begin(), last.text.end(), is_latin);
}

/// How many of its lines end where nobody pauses.
int halts(TextLayout const& layout) {
  int count = 0;
  for (std::size_t i = 0; i + 1 < layout.lines.size(); ++i) {
    auto const& before = layout.lines[i].text;
    auto const& after = layout.lines[i + 1].text;
    if (before.empty() || after.empty()) continue;
    auto const pauses = [&](std::u32string const& between) {
      std::u32string const around = before + between + after.front();
      return is_pause(around, around.size() - 1);
    };
    if (!pauses(U"") && !pauses(U" ")) ++count;
  }
  return count;
}

/// Of the narrower ways to set it in as many lines, the one whose lines end most often at pauses: of those
/// alike the fullest, none much narrower than the box, or where `even` the most even.
TextLayout narrowed(GlyphAtlas& atlas, std::u32string_view text, int em, Weight weight, float width,
                    int most_lines, TextLayout const& full, bool even) {
  float low = width / static_cast<float>(full.lines.size() + 1);
  float high = width;
  TextLayout best = full;
  auto const set = [&](float narrow) { return lay_out(atlas, text, em, weight, narrow, most_lines); };
  auto const as_many = [&](TextLayout const& tried) {
    return tried.lines.size() <= full.lines.size() && !tried.cut && !tried.torn;
  };
  for (int step = 0; step < 6; ++step) {
    float const half = (low + high) / 2;
    TextLayout tried = set(half);
    if (as_many(tried)) {
      best = std::move(tried);
      high = half;
    } else {
      low = half;
    }
  }
  constexpr int tries = 8;
  int fewest = even ? halts(best) : std::numeric_limits<int>::max();
  for (int step = even ? 1 : tries / 2; step <= tries; ++step) {
    TextLayout tried = set(high + (width - high) * static_cast<float>(step) / tries);
    float const last = tried.lines.back().width;
    if (!as_many(tried) || is_alone(tried, em) || (even && last < tried.width * 0.6F)) continue;
    int const now = halts(tried);
    if (even ? now >= fewest : now > fewest) continue;
    fewest = now;
    best = std::move(tried);
  }
  return best;
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
  TextLayout layout;
  std::size_t at = 0;
  while (at < text.size()) {
    std::size_t const end = line_end(atlas, text, at, em, weight, width);
    std::size_t shown = end;
    while (shown > at && text[shown - 1] == U' ') --shown;
    TextLine line = set_line(atlas, std::u32string(text.substr(at, shown - at)), em, weight);
    at = end;
    if (at < text.size() && text[at] != U'\n' && text[at] != U' ' && !may_break(text, at)) layout.torn = true;
    if (at < text.size() && text[at] == U'\n') ++at;
    while (at < text.size() && text[at] == U' ') ++at;
    bool const last = most_lines > 0 && static_cast<int>(layout.lines.size()) + 1 == most_lines;
    if ((last && at < text.size()) || line.width > width) {
      shorten(atlas, line, em, weight, width);
      layout.cut = true;
    }
    layout.lines.push_back(std::move(line));
    if (last) break;
  }
  return without_last_dots(atlas, std::move(layout), em, weight);
}

TextLayout lay_out_together(GlyphAtlas& atlas, std::u32string_view text, int em, Weight weight, float width,
                            int most_lines) {
  TextLayout layout = lay_out(atlas, text, em, weight, width, most_lines);
  if (layout.lines.size() < 2 || layout.cut) return layout;
  bool const two = layout.lines.size() == 2 && text.find(U'\n') == text.npos;
  if (two) {
    auto paused = at_last_pause(atlas, text, em, weight, width);
    if (paused && !is_alone(*paused, em)) return *std::move(paused);
  }
  if (!is_alone(layout, em)) return layout;
  if (two) {
    if (auto paused = at_middle_pause(atlas, text, em, weight, width)) return *std::move(paused);
  }
  // Two lines are evened out; of more the first ones stay full.
  return narrowed(atlas, text, em, weight, width, most_lines, layout, two);
}

TextLayout lay_out_balanced(GlyphAtlas& atlas, std::u32string_view text, int em, Weight weight, float width,
                            int most_lines) {
  TextLayout layout = lay_out(atlas, text, em, weight, width, most_lines);
  if (layout.lines.size() < 2 || layout.cut) return layout;
  if (layout.lines.size() == 2 && text.find(U'\n') == text.npos) {
    if (auto paused = at_middle_pause(atlas, text, em, weight, width)) return *std::move(paused);
  }
  return narrowed(atlas, text, em, weight, width, most_lines, layout, true);
}

}  // namespace ce::widgets
