#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <numbers>
#include <string>
#include <vector>

#include "support/png.h"

namespace ce::test {

/// How a seal's picture is made.
struct SealLook {
  std::uint32_t side = 600;
  std::array<int, 3> ink{212, 18, 24};
  int opacity = 215;                    // of its ink: what is below shines through
  std::array<int, 3> star{-1, -1, -1};  // its own ink, where it has one
  int grain = 0;                        // how far the ink's colour varies, as on a scan
  int worn = 0;              // of 255: how much less ink there is at its right, and from pixel to pixel
  std::uint32_t margin = 0;  // transparent, on each side
};

/// Pixels of a round seal with a star, smooth at its edges: red, green, blue, opacity.
inline std::vector<std::uint8_t> seal_pixels(SealLook const& look) {
  auto const whole = look.side + 2 * look.margin;
  std::vector<std::uint8_t> pixels(std::size_t{4} * whole * whole);
  double const radius = look.side / 2.0;
  double const ring = radius * 0.06;
  std::uint32_t random = 1;
  for (std::uint32_t y = 0; y < whole; ++y) {
    for (std::uint32_t x = 0; x < whole; ++x) {
      double const right = x + 0.5 - whole / 2.0;
      double const up = whole / 2.0 - y - 0.5;
      double const far = std::hypot(right, up);
      // Of a five-pointed star the second of its five edges' distances says whether a point is within.
      std::array<double, 5> edges{};
      for (std::size_t i = 0; i < edges.size(); ++i) {
        double const turn = std::numbers::pi * (0.5 + 0.4 * static_cast<double>(i));
        edges[i] = right * std::cos(turn) + up * std::sin(turn) - radius * 0.14;
      }
      std::nth_element(edges.begin(), edges.begin() + 3, edges.end());
      double const outside = std::min(std::abs(far - radius + ring) - ring, edges[3]);
      double const share = std::clamp(0.5 - outside, 0.0, 1.0);
      auto* pixel = &pixels[std::size_t{4} * (std::size_t{y} * whole + x)];
      random = random * 1664525U + 1013904223U;
      auto const lost = static_cast<double>(look.worn) * (x + random / 0x1p32 * whole / 2) / (1.5 * whole);
      pixel[3] = static_cast<std::uint8_t>(std::lround(share * std::max(0.0, look.opacity - lost)));
      if (pixel[3] == 0) continue;
      int const off =
          look.grain == 0 ? 0 : static_cast<int>(random >> 24U) % (2 * look.grain + 1) - look.grain;
      for (std::size_t i = 0; i < 3; ++i) {
        int const own = edges[3] < 1 && look.star[i] >= 0 ? look.star[i] : look.ink[i];
        pixel[i] = static_cast<std::uint8_t>(std::clamp(own + off, 0, 255));
      }
    }
  }
  return pixels;
}

/// The same as a PNG file.
inline std::string seal_png(SealLook const& look = {}) {
  auto const side = look.side + 2 * look.margin;
  return png_of(side, side, PNG_FORMAT_RGBA, seal_pixels(look));
}

/// A disc whose ink fades from its middle to its edge, where nothing is left: no edge is clear.
inline std::string glow_png(std::uint32_t side) {
  std::vector<std::uint8_t> pixels;
  for (std::uint32_t y = 0; y < side; ++y) {
    for (std::uint32_t x = 0; x < side; ++x) {
      double const far = std::hypot(x + 0.5 - side / 2.0, y + 0.5 - side / 2.0) / (side / 2.0);
      pixels.insert(pixels.end(), {212, 18, 24, static_cast<std::uint8_t>(255 * std::max(0.0, 1 - far))});
    }
  }
  return png_of(side, side, PNG_FORMAT_RGBA, pixels);
}

/// Every pixel of another colour and opacity than the next.
inline std::string noise_png(std::uint32_t side) {
  std::vector<std::uint8_t> pixels(std::size_t{4} * side * side);
  std::uint32_t random = 1;
  for (auto& sample : pixels) {
    random = random * 1664525U + 1013904223U;
    sample = static_cast<std::uint8_t>(random >> 24U);
  }
  return png_of(side, side, PNG_FORMAT_RGBA, pixels);
}

}  // namespace ce::test
