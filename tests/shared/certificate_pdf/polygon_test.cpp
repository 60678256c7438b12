#include "shared/certificate_pdf/polygon.h"

#include <gtest/gtest.h>

#include <cmath>

namespace ce::certificate_pdf {
namespace {

/// A round of four quadratic pieces whose corners are all implied, as TrueType allows.
Outline const round_drawing{
    {{{400, 0, false}, {400, 400, false}, {-400, 400, false}, {-400, -400, false}, {400, -400, false}}},
    em_units};

TEST(Polygon, StaysWithinItsTolerance) {
  auto const fine = to_polygons(round_drawing, {}, em_units, 0.05);
  auto const coarse = to_polygons(round_drawing, {}, em_units, 8);
  ASSERT_EQ(fine.size(), 1U);
  ASSERT_EQ(coarse.size(), 1U);
  EXPECT_LT(coarse.front().size(), fine.front().size() / 4);
  for (Point const corner : coarse.front()) {
    double nearest = 1e9;
    for (Point const other : fine.front()) {
      nearest = std::min(nearest, std::hypot(corner.x - other.x, corner.y - other.y));
    }
    EXPECT_LT(nearest, 16);
  }
}

TEST(Polygon, IsPlacedAndScaled) {
  Outline const square{{{{0, 0, true}, {1024, 0, true}, {1024, 1024, true}, {0, 1024, true}}}, em_units};
  auto const placed = to_polygons(square, {10, 20}, 5, 0.01);
  ASSERT_EQ(placed.size(), 1U);
  double right = 0;
  double top = 0;
  for (Point const corner : placed.front()) {
    right = std::max(right, corner.x);
    top = std::max(top, corner.y);
  }
  EXPECT_EQ(placed.front().size(), 4U);
  EXPECT_DOUBLE_EQ(right, 15);
  EXPECT_DOUBLE_EQ(top, 25);
}

}  // namespace
}  // namespace ce::certificate_pdf
