#include "shared/certificate_pdf/outline.h"

namespace ce::certificate_pdf {
namespace {

std::int16_t to_grid(int value, int grid) {
  int const half = value < 0 ? -grid / 2 : grid / 2;
  return static_cast<std::int16_t>((value + half) / grid * grid);
}

bool same_place(OutlinePoint const& a, OutlinePoint const& b) {
  return a.x == b.x && a.y == b.y;
}

/// An on-curve point halfway between two off-curve ones is implied (OpenType, `glyf`).
bool is_implied(OutlinePoint const& before, OutlinePoint const& point, OutlinePoint const& after) {
  return point.on_curve && !before.on_curve && !after.on_curve && before.x + after.x == 2 * point.x &&
         before.y + after.y == 2 * point.y;
}

}  // namespace

Outline rounded(Outline const& outline, int grid) {
  Outline result;
  result.advance = outline.advance;
  for (auto const& contour : outline.contours) {
    std::vector<OutlinePoint> points;
    for (auto const& point : contour) {
      OutlinePoint const moved{to_grid(point.x, grid), to_grid(point.y, grid), point.on_curve};
      bool const repeats = !points.empty() && same_place(points.back(), moved);
      if (!repeats) points.push_back(moved);
    }
    std::vector<OutlinePoint> kept;
    for (std::size_t i = 0; i < points.size(); ++i) {
      auto const& before = points[(i + points.size() - 1) % points.size()];
      if (!is_implied(before, points[i], points[(i + 1) % points.size()])) kept.push_back(points[i]);
    }
    if (kept.size() >= 3) result.contours.push_back(std::move(kept));
  }
  return result;
}

}  // namespace ce::certificate_pdf
