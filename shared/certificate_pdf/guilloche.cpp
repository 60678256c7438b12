#include "shared/certificate_pdf/guilloche.h"

#include <cmath>
#include <numbers>

#include "shared/certificate_pdf/palette.h"

namespace ce::certificate_pdf::guilloche {
namespace {

constexpr double turn = 2 * std::numbers::pi;

/// Follows curve(t) from t0 to t1 in cubic pieces whose handles take the curve's own direction.
template <class Curve>
void trace(Pen& pen, Curve const& curve, double t0, double t1, int pieces) {
  double const step = (t1 - t0) / pieces;
  double const near = step / 256;
  auto const handle = [&](double t) {
    Point const before = curve(t - near);
    Point const after = curve(t + near);
    double const share = step / (3 * 2 * near);
    return Point{(after.x - before.x) * share, (after.y - before.y) * share};
  };
  pen.move(curve(t0));
  for (int i = 0; i < pieces; ++i) {
    double const from = t0 + step * i;
    double const to = from + step;
    Point const a = curve(from);
    Point const b = curve(to);
    Point const out = handle(from);
    Point const in = handle(to);
    pen.curve({a.x + out.x, a.y + out.y}, {b.x - in.x, b.y - in.y}, b);
  }
}

Point polar(double radius, double angle) {
  return {radius * std::cos(angle), radius * std::sin(angle)};
}

}  // namespace

std::string band_tile() {
  Pen pen;
  pen.round_joins();
  // A braid of sines that share an envelope breathing twice a period.
  constexpr int strands = 10;
  pen.line_width(0.11);
  pen.stroke_colour(palette::bronze);
  for (int k = 0; k < strands; ++k) {
    double const phase = turn * k / strands;
    trace(
        pen,
        [&](double x) {
          double const at = turn * x / tile_length;
          return Point{x, (3.45 + 1.2 * std::cos(2 * at)) * std::sin(at + phase)};
        },
        0, tile_length, 10);
  }
  pen.paint(Paint::stroke);
  // Two ropes of three lines that cross in its waists.
  pen.line_width(0.16);
  pen.stroke_colour(palette::crimson);
  for (double const side : {-1.0, 1.0}) {
    for (int k = -1; k <= 1; ++k) {
      trace(
          pen,
          [&](double x) {
            double const at = turn * x / tile_length;
            return Point{x, side * (2.5 + 0.42 * k) * std::cos(at) + side * 0.3 * k};
          },
          0, tile_length, 8);
    }
  }
  pen.paint(Paint::stroke);
  return pen.operators();
}

std::string rosette_petal() {
  Pen pen;
  pen.round_joins();
  double const sector = turn / rosette_petals;
  auto const ring = [&](double radius, double swing, double phase) {
    trace(
        pen,
        [&](double angle) { return polar(radius + swing * std::cos(rosette_petals * angle + phase), angle); },
        0, sector, 4);
  };
  pen.line_width(0.11);
  pen.stroke_colour(palette::bronze);
  for (int k = 0; k < 6; ++k) ring(5.4, 2.2, turn * k / 6);
  pen.paint(Paint::stroke);
  pen.line_width(0.16);
  pen.stroke_colour(palette::crimson);
  for (int k = 0; k < 3; ++k) ring(2.5, 1.1, turn * k / 3);
  ring(rosette_radius - 0.3, 0, 0);
  ring(rosette_radius, 0, 0);
  pen.paint(Paint::stroke);
  return pen.operators();
}

std::string medallion_petal() {
  Pen pen;
  pen.round_joins();
  pen.line_width(0.12);
  pen.stroke_colour(palette::mist);
  constexpr int rings = 20;
  double const sector = turn / medallion_petals;
  for (int k = 0; k < rings; ++k) {
    double const share = static_cast<double>(k) / (rings - 1);
    double const radius = medallion_radius * (0.30 + 0.58 * share);
    double const swing = medallion_radius * (0.05 + 0.07 * share);
    for (double const phase : {turn * share * 1.5, -turn * share * 1.5}) {
      trace(
          pen,
          [&](double angle) {
            return polar(radius + swing * std::sin(medallion_petals * angle + phase), angle);
          },
          0, sector, 4);
    }
  }
  pen.paint(Paint::stroke);
  return pen.operators();
}

}  // namespace ce::certificate_pdf::guilloche
