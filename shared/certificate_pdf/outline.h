#pragma once

#include <cstdint>
#include <vector>

namespace ce::certificate_pdf {

/// Units per em of every outline in this room. A power of two near the fonts' own 1000 and 1024 keeps
/// coordinates small in the file; the worst rounding is 0.004 mm on the largest type of the form.
inline constexpr int em_units = 1024;

struct OutlinePoint {
  std::int16_t x = 0;
  std::int16_t y = 0;
  bool on_curve = true;
};

/// The drawing of one character as TrueType has it: closed contours of straight and quadratic pieces.
struct Outline {
  std::vector<std::vector<OutlinePoint>> contours;
  int advance = 0;  // in em_units

  [[nodiscard]] bool empty() const { return contours.empty(); }
};

/// The same drawing with its points on multiples of `grid`, and without the points that say nothing then.
[[nodiscard]] Outline rounded(Outline const& outline, int grid);

}  // namespace ce::certificate_pdf
