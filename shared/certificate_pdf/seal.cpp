#include "shared/certificate_pdf/seal.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "shared/certificate_pdf/glyf.h"
#include "shared/certificate_pdf/palette.h"

namespace ce::certificate_pdf {
namespace {

constexpr double ring_width = 1.2;
constexpr double star_radius = 7.0;
constexpr double turn = 2 * std::numbers::pi;

void draw_star(Pen& pen) {
  // The inner corners of a regular five-pointed star lie at (3 - sqrt 5) / 2 of its radius.
  double const inner_radius = star_radius * (3 - std::sqrt(5.0)) / 2;
  for (int corner = 0; corner < 10; ++corner) {
    double const radius = corner % 2 == 0 ? star_radius : inner_radius;
    double const angle = turn / 4 + turn * corner / 10;
    Point const at{radius * std::cos(angle), radius * std::sin(angle)};
    if (corner == 0) {
      pen.move(at);
    } else {
      pen.line(at);
    }
  }
  pen.close();
  pen.paint(Paint::fill);
}

void draw_name(Pen& pen, TypeCase const& song, std::u32string_view name) {
  auto const count = static_cast<double>(name.size());
  constexpr double widest_step = turn * 24 / 360;
  constexpr double widest_sweep = turn * 262 / 360;
  double const step = count > 1 ? std::min(widest_step, widest_sweep / (count - 1)) : 0;
  double const height = count <= 16 ? 5.6 : count <= 22 ? 5.0 : 4.2;
  double const middle = seal_diameter / 2 - ring_width - 0.9 - height / 2;
  double const width = std::min(height, (count > 1 ? step : 1.0) * (middle - height * 0.2) * 0.94);
  double angle = turn / 4 + step * (count - 1) / 2;
  for (char32_t const character : name) {
    Outline const outline = song.drawing(character);
    GlyphBounds const box = bounds_of(outline);
    pen.save();
    pen.place({middle * std::cos(angle), middle * std::sin(angle)}, angle - turn / 4, width / height);
    // The em square, not the ink, is centred: 一 must stay in the middle of its line.
    double const advance = std::max(outline.advance, box.x_max);
    Point const start{-advance / em_units * height / 2, -height * 0.38};
    constexpr double tolerance = 0.04;  // a dot at 600 dpi
    for (auto const& contour : to_polygons(outline, start, height, tolerance)) pen.polygon(contour);
    pen.paint(Paint::fill_and_stroke);
    pen.restore();
    angle -= step;
  }
}

}  // namespace

std::string seal_form(TypeCase const& song, std::u32string_view authority) {
  Pen pen;
  pen.fill_colour(palette::seal_red);
  pen.stroke_colour(palette::seal_red);
  pen.line_width(ring_width);
  pen.circle({}, (seal_diameter - ring_width) / 2);
  pen.paint(Paint::stroke);
  draw_star(pen);
  pen.line_width(0.16);  // seals are cut bolder than books are set
  pen.round_joins();
  draw_name(pen, song, authority);
  return pen.operators();
}

void draw_seal(Pen& pen, Point centre) {
  pen.save();
  pen.place(centre);
  pen.draw("Seal");
  pen.restore();
}

void draw_stamp_place(Pen& pen, Point centre) {
  pen.save();
  pen.place(centre);
  pen.stroke_colour(palette::bronze);
  pen.line_width(0.25);
  pen.dash(1.6, 1.2);
  pen.circle({}, seal_diameter / 2);
  pen.paint(Paint::stroke);
  pen.restore();
}

}  // namespace ce::certificate_pdf
