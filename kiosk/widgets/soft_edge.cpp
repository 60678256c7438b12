#include "kiosk/widgets/soft_edge.h"

#include <cmath>
#include <cstddef>

namespace ce::widgets {

std::vector<unsigned char> soft_corner(int reach) {
  auto const side = static_cast<std::size_t>(reach);
  std::vector<float> ramp(side);
  for (std::size_t i = 0; i < side; ++i) {
    // The integral of a Gaussian of which the strip holds three deviations to each side.
    float const at = (static_cast<float>(i) + 0.5F) / static_cast<float>(reach) * 6.F - 3.F;
    ramp[i] = 0.5F * (1.F + std::erf(at / std::sqrt(2.F)));
  }
  std::vector<unsigned char> coverage(side * side);
  for (std::size_t y = 0; y < side; ++y) {
    for (std::size_t x = 0; x < side; ++x) {
      coverage[y * side + x] = static_cast<unsigned char>(std::lround(ramp[x] * ramp[y] * 255.F));
    }
  }
  return coverage;
}

}  // namespace ce::widgets
