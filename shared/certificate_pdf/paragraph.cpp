#include "shared/certificate_pdf/paragraph.h"

#include <algorithm>
#include <cmath>

#include "shared/certificate_pdf/measures.h"

namespace ce::certificate_pdf {
namespace {

constexpr double narrowest_piece = 0.75;

/// What must not be torn apart: a character with its marks, or a whole run.
struct Piece {
  Run const* run = nullptr;
  std::u32string text;
  double natural_mm = 0;  // of the text, uncondensed
  double size_mm = 0;
  double condense = 1;
  double width_mm = 0;  // taken on the line
};

bool begins_no_line(char32_t c) {
  return std::u32string_view(U"，。、；：！？）》」』”’").find(c) != std::u32string_view::npos;
}

bool ends_no_line(char32_t c) {
  return std::u32string_view(U"（《「『“‘").find(c) != std::u32string_view::npos;
}

std::vector<std::u32string> split(Run const& run) {
  if (run.together) return {run.text};
  std::vector<std::u32string> parts;
  for (char32_t const c : run.text) {
    if (!parts.empty() && (begins_no_line(c) || ends_no_line(parts.back().back()))) {
      parts.back() += c;
    } else {
      parts.emplace_back(1, c);
    }
  }
  return parts;
}

Piece measure(TypeCase& type, Run const& run, std::u32string text, double widest_mm) {
  Piece piece{&run, std::move(text), 0, run.size_mm, 1, 0};
  double const em = type.set(piece.text, 0, run.face).width_em;
  double const room = widest_mm - 2 * run.padding_mm;
  if (em * piece.size_mm > room) {
    // Down to two thirds in size first: a condensed Kai looks wrong sooner than a small one.
    piece.size_mm = std::max(room / em, run.size_mm * 0.66);
    piece.condense = std::clamp(room / (em * piece.size_mm), narrowest_piece, 1.0);
    piece.size_mm = std::min(piece.size_mm, room / (em * piece.condense));
  }
  piece.natural_mm = em * piece.size_mm;
  piece.width_mm = std::max(run.least_width_mm, piece.natural_mm * piece.condense + 2 * run.padding_mm);
  return piece;
}

void place_line(TypeCase& type, std::vector<Piece> const& line, Point at, double spare_mm,
                std::vector<PlacedText>& placed) {
  std::size_t characters = 0;
  for (auto const& piece : line) {
    if (!piece.run->together) characters += piece.text.size();
  }
  double const each = characters > 1 ? spare_mm / static_cast<double>(characters) : 0;
  for (std::size_t i = 0; i < line.size();) {
    Piece const& piece = line[i];
    if (piece.run->together) {
      double const ink = piece.natural_mm * piece.condense;
      double const from = at.x + (piece.width_mm - ink) / 2;
      bool const underlined = piece.run->underlined;
      placed.push_back({type.set(piece.text, piece.size_mm, piece.run->face),
                        {from, at.y},
                        piece.size_mm,
                        piece.condense,
                        0,
                        at.x,
                        underlined ? at.x + piece.width_mm : at.x});
      at.x += piece.width_mm;
      ++i;
      continue;
    }
    std::u32string text;
    double width = 0;
    for (; i < line.size() && line[i].run == piece.run; ++i) {
      text += line[i].text;
      width += line[i].width_mm + each * static_cast<double>(line[i].text.size());
    }
    placed.push_back(
        {type.set(text, piece.size_mm, piece.run->face), at, piece.size_mm, 1, each, at.x, at.x});
    at.x += width;
  }
}

}  // namespace

std::vector<PlacedText> lay_out(TypeCase& type, std::vector<Run> const& runs, ParagraphShape const& shape) {
  std::vector<PlacedText> placed;
  std::vector<Piece> line;
  double used = shape.indent_mm;
  Point at{shape.first_baseline.x + shape.indent_mm, shape.first_baseline.y};
  for (auto const& run : runs) {
    for (auto& text : split(run)) {
      double const widest = shape.width_mm - (placed.empty() ? shape.indent_mm : 0);
      Piece piece = measure(type, run, std::move(text), widest);
      if (used + piece.width_mm > shape.width_mm + 0.001) {
        place_line(type, line, at, shape.width_mm - used, placed);
        line.clear();
        used = 0;
        at = {shape.first_baseline.x, at.y - shape.pitch_mm};
      }
      used += piece.width_mm;
      line.push_back(std::move(piece));
    }
  }
  place_line(type, line, at, 0, placed);
  return placed;
}

int line_count(std::vector<PlacedText> const& placed, ParagraphShape const& shape) {
  if (placed.empty()) return 0;
  return 1 +
         static_cast<int>(std::lround((shape.first_baseline.y - placed.back().baseline.y) / shape.pitch_mm));
}

void draw(Pen& pen, std::vector<PlacedText> const& placed, int font) {
  for (auto const& text : placed) {
    if (text.underline_to > text.underline_from) {
      double const y = text.baseline.y - measures::underline_drop;
      pen.line_width(0.25);
      pen.move({text.underline_from, y});
      pen.line({text.underline_to, y});
      pen.paint(Paint::stroke);
    }
    pen.text(text.glyphs, text.baseline, {font, text.size_mm, text.condense, 0, text.tracking_mm});
  }
}

}  // namespace ce::certificate_pdf
