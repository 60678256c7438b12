#pragma once

#include <string>

#include "shared/certificate_pdf/pen.h"

namespace ce::certificate_pdf {

/// The line ornaments of the sheet: our own parametric curves, traced as cubic pieces. Each function
/// gives the operators of a form that the page repeats, so that a metre of border costs a few kilobytes.
namespace guilloche {

inline constexpr double band_width = 11.0;     // mm, across the border
inline constexpr double tile_length = 7.875;   // mm, along the border: one period of the braid
inline constexpr double rosette_radius = 7.4;  // mm, at the corners
inline constexpr int medallion_sectors = 12;
inline constexpr double medallion_radius = 62;  // mm

/// One period of the border, from (0, 0) to (tile_length, 0) along its middle.
[[nodiscard]] std::string band_tile();
/// The rosette that covers a corner of the border, around (0, 0), on a disc of paper white.
[[nodiscard]] std::string corner_rosette();
/// One sector of the pale medallion behind the text, around (0, 0).
[[nodiscard]] std::string medallion_sector();

}  // namespace guilloche
}  // namespace ce::certificate_pdf
