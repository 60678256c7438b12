#pragma once

#include <cstdint>
#include <string>

#include "shared/certificate_pdf/outline.h"

namespace ce::certificate_pdf {

/// Big-endian, as every number of a TrueType file.
void append_u16(std::string& out, std::uint32_t value);
void append_u32(std::string& out, std::uint32_t value);

struct GlyphBounds {
  int x_min = 0;
  int y_min = 0;
  int x_max = 0;
  int y_max = 0;
};
[[nodiscard]] GlyphBounds bounds_of(Outline const& outline);

/// One entry of the `glyf` table, padded to 4 bytes; empty for an empty outline.
[[nodiscard]] std::string encode_glyph(Outline const& outline);

}  // namespace ce::certificate_pdf
