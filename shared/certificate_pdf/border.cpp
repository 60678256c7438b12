#include "shared/certificate_pdf/border.h"

#include <cmath>
#include <numbers>

#include "shared/certificate_pdf/guilloche.h"
#include "shared/certificate_pdf/measures.h"
#include "shared/certificate_pdf/palette.h"

namespace ce::certificate_pdf {
namespace {

constexpr double quarter = std::numbers::pi / 2;

/// Repeats a form along a side, stretched a little so that a whole number of them fills it.
void repeat(Pen& page, std::string_view form, Point from, double length, double angle, double pitch,
            double scale) {
  double const count = std::round(length / pitch);
  double const step = length / count;
  for (int i = 0; i < static_cast<int>(count); ++i) {
    page.save();
    page.place({from.x + std::cos(angle) * step * i, from.y + std::sin(angle) * step * i}, angle,
               scale * step / pitch, scale);
    page.draw(form);
    page.restore();
  }
}

void frame(Pen& page, double inset, double width) {
  page.line_width(width);
  page.rectangle({inset, inset}, measures::sheet_width - 2 * inset, measures::sheet_height - 2 * inset);
  page.paint(Paint::stroke);
}

void draw_band(Pen& page) {
  double const middle = measures::border_inset + guilloche::band_width / 2;
  double const right = measures::sheet_width - middle;
  double const top = measures::sheet_height - middle;
  double const across = right - middle;
  double const up = top - middle;
  page.stroke_colour(palette::crimson);
  frame(page, measures::border_inset, 0.7);
  page.stroke_colour(palette::bronze);
  frame(page, measures::border_inset + 0.85, 0.2);
  frame(page, measures::border_inset + guilloche::band_width, 0.3);
  repeat(page, "Band", {middle, middle}, across, 0, guilloche::tile_length, 1);
  repeat(page, "Band", {middle, top}, across, 0, guilloche::tile_length, 1);
  repeat(page, "Band", {middle, middle}, up, quarter, guilloche::tile_length, 1);
  repeat(page, "Band", {right, middle}, up, quarter, guilloche::tile_length, 1);
  for (Point const corner : {Point{middle, middle}, {right, middle}, {middle, top}, {right, top}}) {
    page.save();
    page.place(corner);
    page.draw("Rosette");
    page.restore();
  }
}

/// Words as contours: as text they would be read out a hundred times.
std::string micro_words(TypeCase const& type) {
  Pen pen;
  pen.fill_colour(palette::bronze);
  double x = 0;
  for (char32_t const character : measures::micro_words) {
    pen.save();
    pen.place({x, 0});
    pen.outline(type.drawing(character), measures::micro_drawn_em);
    pen.paint(Paint::fill);
    pen.restore();
    x += measures::micro_drawn_em;
  }
  return pen.operators();
}

void draw_micro_frame(Pen& page) {
  double const inset = measures::micro_inset;
  double const scale = measures::micro_em / measures::micro_drawn_em;
  double const pitch = measures::micro_em * (static_cast<double>(measures::micro_words.size()) + 1);
  double const across = measures::sheet_width - 2 * inset;
  double const up = measures::sheet_height - 2 * inset;
  repeat(page, "Micro", {inset, inset}, across, 0, pitch, scale);
  repeat(page, "Micro", {inset, measures::sheet_height - inset}, across, 0, pitch, scale);
  repeat(page, "Micro", {inset, inset}, up, quarter, pitch, scale);
  repeat(page, "Micro", {measures::sheet_width - inset, inset}, up, quarter, pitch, scale);
}

void draw_medallion(Pen& page) {
  for (int i = 0; i < guilloche::medallion_sectors; ++i) {
    page.save();
    page.place({measures::sheet_width / 2, measures::sheet_height / 2},
               4 * quarter * i / guilloche::medallion_sectors);
    page.draw("Medallion");
    page.restore();
  }
}

}  // namespace

Result<void> draw_border(Document& document, Pen& page, TypeCase const& kai) {
  CE_CHECK(document.add_form("Band", guilloche::band_tile()));
  CE_CHECK(document.add_form("Rosette", guilloche::corner_rosette()));
  CE_CHECK(document.add_form("Medallion", guilloche::medallion_sector()));
  CE_CHECK(document.add_form("Micro", micro_words(kai)));
  draw_medallion(page);
  draw_band(page);
  draw_micro_frame(page);
  return {};
}

}  // namespace ce::certificate_pdf
