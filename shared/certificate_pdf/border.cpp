#include "shared/certificate_pdf/border.h"

#include <cmath>
#include <numbers>

#include "shared/certificate_pdf/guilloche.h"
#include "shared/certificate_pdf/measures.h"
#include "shared/certificate_pdf/palette.h"

namespace ce::certificate_pdf {
namespace {

constexpr double quarter = std::numbers::pi / 2;

/// Repeats a form along a side, stretched a little so that a whole number of them fills it. Each step is
/// relative to the one before: equal operators, which compress to almost nothing.
void repeat(Pen& page, std::string_view form, Point from, double length, double angle, double pitch,
            double scale) {
  int const count = static_cast<int>(std::lround(length / (pitch * scale)));
  page.save();
  page.place(from, angle, length / (pitch * count), scale);
  for (int i = 0; i < count; ++i) {
    page.draw(form);
    page.place({pitch, 0});
  }
  page.restore();
}

/// Repeats a form around `centre`.
void turn_round(Pen& page, std::string_view form, Point centre, int count) {
  page.save();
  page.place(centre);
  for (int i = 0; i < count; ++i) {
    page.draw(form);
    page.place({}, 4 * quarter / count);
  }
  page.restore();
}

void frame(Pen& page, double inset, double width) {
  page.line_width(width);
  page.rectangle({inset, inset}, measures::sheet_width - 2 * inset, measures::sheet_height - 2 * inset);
  page.paint(Paint::stroke);
}

/// Four lines that end behind the rosettes, whose round would show the corners of a closed frame.
void outer_frame(Pen& page, double inset, double width) {
  double const open = inset + 4;
  double const far_x = measures::sheet_width - inset;
  double const far_y = measures::sheet_height - inset;
  page.line_width(width);
  for (double const y : {inset, far_y}) {
    page.move({open, y});
    page.line({measures::sheet_width - open, y});
  }
  for (double const x : {inset, far_x}) {
    page.move({x, open});
    page.line({x, measures::sheet_height - open});
  }
  page.paint(Paint::stroke);
}

void draw_rosette(Pen& page, Point centre) {
  page.fill_colour(palette::paper);
  page.circle(centre, guilloche::rosette_radius + 0.55);
  page.paint(Paint::fill);
  turn_round(page, "Rosette", centre, guilloche::rosette_petals);
}

void draw_band(Pen& page) {
  double const middle = (measures::band_from + measures::band_to) / 2;
  double const right = measures::sheet_width - middle;
  double const top = measures::sheet_height - middle;
  double const across = right - middle;
  double const up = top - middle;
  page.stroke_colour(palette::crimson);
  outer_frame(page, measures::border_inset, 0.7);
  page.stroke_colour(palette::bronze);
  outer_frame(page, measures::band_from, 0.2);
  frame(page, measures::band_to, 0.3);
  frame(page, measures::inner_frame_inset, 0.2);
  repeat(page, "Band", {middle, middle}, across, 0, guilloche::tile_length, 1);
  repeat(page, "Band", {middle, top}, across, 0, guilloche::tile_length, 1);
  repeat(page, "Band", {middle, middle}, up, quarter, guilloche::tile_length, 1);
  repeat(page, "Band", {right, middle}, up, quarter, guilloche::tile_length, 1);
  for (Point const corner : {Point{middle, middle}, {right, middle}, {middle, top}, {right, top}}) {
    draw_rosette(page, corner);
  }
}

/// Words as contours: as text they would be read out a hundred times.
std::string micro_words(TypeCase const& type) {
  Pen pen;
  pen.fill_colour(palette::bronze);
  Point at;
  for (char32_t const character : measures::micro_words) {
    for (auto const& contour :
         to_polygons(type.drawing(character), at, measures::micro_drawn_em, measures::micro_tolerance)) {
      pen.polygon(contour);
    }
    pen.paint(Paint::fill);
    at.x += measures::micro_drawn_em;
  }
  return pen.operators();
}

void draw_micro_frame(Pen& page) {
  double const inset = measures::micro_inset;  // of the middle of the line of words
  double const scale = measures::micro_em / measures::micro_drawn_em;
  double const pitch = measures::micro_drawn_em * (static_cast<double>(measures::micro_words.size()) + 1);
  double const across = measures::sheet_width - 2 * inset;
  double const up = measures::sheet_height - 2 * inset;
  double const drop = measures::micro_em * 0.38;  // from the middle of the line to its baseline
  repeat(page, "Micro", {inset, inset - drop}, across, 0, pitch, scale);
  repeat(page, "Micro", {inset, measures::sheet_height - inset - drop}, across, 0, pitch, scale);
  repeat(page, "Micro", {inset + drop, inset}, up, quarter, pitch, scale);
  repeat(page, "Micro", {measures::sheet_width - inset + drop, inset}, up, quarter, pitch, scale);
}

}  // namespace

Ornaments draw_ornaments(Fonts::Faces const& faces) {
  Ornaments drawn;
  drawn.forms = {{"Band", packed(guilloche::band_tile())},
                 {"Rosette", packed(guilloche::rosette_petal())},
                 {"Medallion", packed(guilloche::medallion_petal())},
                 {"Micro", packed(micro_words(TypeCase{faces, Style::kai}))}};
  Pen page;
  turn_round(page, "Medallion", {measures::sheet_width / 2, measures::sheet_height / 2},
             guilloche::medallion_petals);
  draw_micro_frame(page);
  draw_band(page);
  drawn.page = packed_page(page.operators());
  return drawn;
}

}  // namespace ce::certificate_pdf
