#include "shared/certificate_pdf/polygon.h"

#include <algorithm>
#include <cmath>

namespace ce::certificate_pdf {
namespace {

using Contour = std::vector<OutlinePoint>;

/// A quadratic piece leaves its chord by a quarter of its second difference; n chords by 1 / n^2 of that.
void append_arc(Polygon& polygon, Point control, Point to, double tolerance) {
  Point const from = polygon.back();
  double const leaves = std::hypot(from.x - 2 * control.x + to.x, from.y - 2 * control.y + to.y) / 4;
  int const chords = std::max(1, static_cast<int>(std::ceil(std::sqrt(leaves / tolerance))));
  for (int i = 1; i <= chords; ++i) {
    double const t = static_cast<double>(i) / chords;
    double const a = (1 - t) * (1 - t);
    double const b = 2 * t * (1 - t);
    double const c = t * t;
    polygon.push_back({a * from.x + b * control.x + c * to.x, a * from.y + b * control.y + c * to.y});
  }
}

/// In em units; ends where it began.
Polygon flatten(Contour const& contour, double tolerance) {
  auto const corner = [](OutlinePoint const& p) {
    return Point{static_cast<double>(p.x), static_cast<double>(p.y)};
  };
  // Between two off-curve points lies an implied on-curve one, halfway.
  auto const end_of = [&](OutlinePoint const& off, OutlinePoint const& next) {
    return next.on_curve ? corner(next) : Point{(off.x + next.x) / 2.0, (off.y + next.y) / 2.0};
  };
  auto const& last = contour.back();
  Polygon polygon{last.on_curve ? corner(last) : end_of(last, contour.front())};
  for (std::size_t i = 0; i < contour.size(); ++i) {
    auto const& point = contour[i];
    bool const ends_an_arc = i == 0 ? !last.on_curve : !contour[i - 1].on_curve;
    if (!point.on_curve) {
      append_arc(polygon, corner(point), end_of(point, contour[(i + 1) % contour.size()]), tolerance);
    } else if (!ends_an_arc) {
      polygon.push_back(corner(point));
    }
  }
  return polygon;
}

double distance(Point p, Point a, Point b) {
  double const dx = b.x - a.x;
  double const dy = b.y - a.y;
  double const length = std::hypot(dx, dy);
  if (length == 0) return std::hypot(p.x - a.x, p.y - a.y);
  return std::abs((p.x - a.x) * dy - (p.y - a.y) * dx) / length;
}

/// Douglas and Peucker's: keeps the farthest corner between `from` and `to` if it is farther than allowed.
void keep_corners(Polygon const& all, std::size_t from, std::size_t to, double tolerance, Polygon& kept) {
  std::size_t farthest = from;
  double most = tolerance;
  for (std::size_t i = from + 1; i < to; ++i) {
    double const away = distance(all[i], all[from], all[to]);
    if (away > most) {
      most = away;
      farthest = i;
    }
  }
  if (farthest == from) return;
  keep_corners(all, from, farthest, tolerance, kept);
  kept.push_back(all[farthest]);
  keep_corners(all, farthest, to, tolerance, kept);
}

}  // namespace

std::vector<Polygon> to_polygons(Outline const& outline, Point start, double em_mm, double tolerance_mm) {
  double const scale = em_mm / em_units;
  double const tolerance = tolerance_mm / scale / 2;  // one half for the chords, one for the corners
  std::vector<Polygon> polygons;
  for (auto const& contour : outline.contours) {
    Polygon const fine = flatten(contour, tolerance);
    Polygon kept{fine.front()};
    keep_corners(fine, 0, fine.size() - 1, tolerance, kept);
    if (kept.size() < 3) continue;
    for (Point& corner : kept) corner = {start.x + corner.x * scale, start.y + corner.y * scale};
    polygons.push_back(std::move(kept));
  }
  return polygons;
}

}  // namespace ce::certificate_pdf
