#pragma once

#include <cstdint>

namespace ce::widgets {

/// sRGB with straight alpha, packed as the draw list wants it: 0xAABBGGRR.
using Color = std::uint32_t;

/// `rgb(0x0B3F66)`: opaque.
[[nodiscard]] constexpr Color rgb(std::uint32_t hex) {
  return 0xFF000000U | ((hex & 0xFFU) << 16U) | (hex & 0xFF00U) | (hex >> 16U);
}

[[nodiscard]] constexpr std::uint32_t red(Color c) {
  return c & 0xFFU;
}
[[nodiscard]] constexpr std::uint32_t green(Color c) {
  return (c >> 8U) & 0xFFU;
}
[[nodiscard]] constexpr std::uint32_t blue(Color c) {
  return (c >> 16U) & 0xFFU;
}

namespace detail {
/// Rounded; std::lround is not constexpr in C++20.
[[nodiscard]] constexpr std::uint32_t to_part(float value) {
  auto const whole = static_cast<std::uint32_t>(value);
  return value - static_cast<float>(whole) >= 0.5F ? whole + 1 : whole;
}
}  // namespace detail

/// The same colour at `alpha` 0..1.
[[nodiscard]] constexpr Color with_alpha(Color c, float alpha) {
  return (c & 0x00FFFFFFU) | (detail::to_part(alpha * 255.F) << 24U);
}

/// `share` of the way from `a` to `b`, opaque.
[[nodiscard]] constexpr Color mix(Color a, Color b, float share) {
  auto const blend = [share](std::uint32_t p, std::uint32_t q) {
    return detail::to_part(static_cast<float>(p) * (1 - share) + static_cast<float>(q) * share);
  };
  return 0xFF000000U | (blend(blue(a), blue(b)) << 16U) | (blend(green(a), green(b)) << 8U) |
         blend(red(a), red(b));
}

/// WCAG 2 contrast of two opaque colours, 1..21.
[[nodiscard]] double contrast_ratio(Color a, Color b);

}  // namespace ce::widgets
