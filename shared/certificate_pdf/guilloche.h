#pragma once

#include <string>

#include "shared/certificate_pdf/pen.h"

namespace ce::certificate_pdf {

/// The line ornaments of the sheet: our own parametric curves, traced as cubic pieces. Each function
/// gives the operators of a form that the page repeats, so that a metre of border costs a few kilobytes.
namespace guilloche {

inline constexpr double tile_length = 7.88;    // mm, along the border: one period of the braid
inline constexpr double rosette_radius = 8.0;  // mm, at the corners
inline constexpr int rosette_petals = 8;
inline constexpr double medallion_radius = 62;  // mm
inline constexpr int medallion_petals = 24;

/// One period of the border, from (0, 0) to (tile_length, 0) along its middle.
[[nodiscard]] std::string band_tile();
/// One of the equal sectors of a corner's rosette, around (0, 0).
[[nodiscard]] std::string rosette_petal();
/// One of the equal sectors of the pale medallion behind the text, around (0, 0).
[[nodiscard]] std::string medallion_petal();

}  // namespace guilloche
}  // namespace ce::certificate_pdf
