#pragma once

#include <vector>

#include "shared/certificate_pdf/outline.h"

namespace ce::certificate_pdf {

/// Millimetres from the lower left corner of the sheet (or of what is being drawn), y upwards.
struct Point {
  double x = 0;
  double y = 0;
};

using Polygon = std::vector<Point>;

/// The contours of a drawing as polygons, its em `em_mm` high, its baseline starting at `start`: the few
/// corners that stay within `tolerance_mm` of the curve. A third of the bytes of curves, and at a tolerance
/// below a printer's dot the same print.
[[nodiscard]] std::vector<Polygon> to_polygons(Outline const& outline, Point start, double em_mm,
                                               double tolerance_mm);

}  // namespace ce::certificate_pdf
