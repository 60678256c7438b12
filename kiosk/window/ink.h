#pragma once

#include <algorithm>
#include <cstdint>

#include "kiosk/widgets/color.h"

/// Laying colours over pixels (0x00RRGGBB). Room-internal.
namespace ce::window {

struct Ink {
  std::uint32_t pixel = 0;
  std::uint32_t alpha = 0;  // 0 to 255
};

[[nodiscard]] constexpr Ink ink_of(widgets::Color color) {
  return {widgets::red(color) << 16U | widgets::green(color) << 8U | widgets::blue(color), color >> 24U};
}

/// a * b / 255, rounded, of 0 to 255 each.
[[nodiscard]] constexpr std::uint32_t share(std::uint32_t a, std::uint32_t b) {
  std::uint32_t const product = a * b + 128;
  return (product + (product >> 8U)) >> 8U;
}

/// `part` of 255 of `over` above `under`, each channel rounded; red and blue go through the processor
/// together.
[[nodiscard]] constexpr std::uint32_t mixed(std::uint32_t under, std::uint32_t over, std::uint32_t part) {
  constexpr std::uint32_t outer = 0x00FF00FF;
  std::uint32_t const rest = 255 - part;
  std::uint32_t ends = (under & outer) * rest + (over & outer) * part + 0x00800080;
  ends = ((ends + ((ends >> 8U) & outer)) >> 8U) & outer;
  std::uint32_t green = ((under >> 8U) & 0xFFU) * rest + ((over >> 8U) & 0xFFU) * part + 0x80;
  green = (green + (green >> 8U)) & 0xFF00U;
  return ends | green;
}

inline void lay(std::uint32_t* pixels, int count, Ink const& ink) {
  if (ink.alpha == 255) {
    std::fill_n(pixels, count, ink.pixel);
  } else if (ink.alpha != 0) {
    for (int i = 0; i < count; ++i) pixels[i] = mixed(pixels[i], ink.pixel, ink.alpha);
  }
}

/// Of a value that is not negative.
[[nodiscard]] constexpr std::uint32_t rounded(float value) {
  auto const whole = static_cast<std::uint32_t>(value);
  return value - static_cast<float>(whole) < 0.5F ? whole : whole + 1;
}

/// The first pixel whose middle is not left of (above) `edge`.
[[nodiscard]] inline int first_from(float edge) {
  constexpr float far_off = 1e6F;  // beyond any screen
  float const middle = std::clamp(edge, -far_off, far_off) - 0.5F;
  auto const cut = static_cast<int>(middle);
  return static_cast<float>(cut) < middle ? cut + 1 : cut;
}

}  // namespace ce::window
