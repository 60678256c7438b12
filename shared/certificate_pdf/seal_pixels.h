#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "shared/base/result.h"

namespace ce::certificate_pdf {

inline constexpr std::uint32_t most_seal_side = 4000;  // pixels of a picture that is read at all
inline constexpr std::uint32_t most_drawn_side = 992;  // pixels: 42 mm at 600 dpi

/// A picture's pixels row by row, four bytes each: red, green, blue, opacity.
struct Pixels {
  std::uint32_t width = 0;
  std::uint32_t height = 0;
  std::vector<std::uint8_t> rgba;
};

/// Reads a PNG file (ISO/IEC 15948) of any colour type and depth as 8-bit RGBA. Of an animated one, its first
/// picture. Fails with input_invalid, in English, for what is no whole PNG, larger than most_seal_side, or
/// has nothing to be seen.
[[nodiscard]] Result<Pixels> read_seal_picture(std::string_view png);

/// Without its transparent margins, which differ from maker to maker and must not make the seal smaller.
[[nodiscard]] Pixels without_margins(Pixels picture);

/// Of that size, neither side longer than the picture's: a pixel is the mean of the area that it covers, and
/// a colour counts there as much as it is seen. Whole numbers alone: the same on every machine.
[[nodiscard]] Pixels averaged(Pixels const& picture, std::uint32_t width, std::uint32_t height);

/// Its sides, were the longer one `most_side`.
struct Sides {
  std::uint32_t width = 0;
  std::uint32_t height = 0;
};
[[nodiscard]] Sides sides_of(Pixels const& picture, std::uint32_t most_side);

/// Made smaller by averaged() until no side is longer than `most_side`; what is small enough stays as it is.
[[nodiscard]] Pixels fitted(Pixels picture, std::uint32_t most_side);

}  // namespace ce::certificate_pdf
