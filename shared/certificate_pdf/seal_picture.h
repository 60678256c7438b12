#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "shared/base/result.h"

namespace ce::certificate_pdf {

/// A picture of a seal as a sheet carries it: samples, deflated, and how large it stands on paper.
struct SealPicture {
  /// Deflated samples; `predicted`: each row behind the filter byte of PNG (predictor 15 of PDF).
  struct Plane {
    std::string bytes;
    bool predicted = false;
  };
  std::uint32_t width = 0;  // pixels
  std::uint32_t height = 0;
  double width_mm = 0;
  double height_mm = 0;
  std::optional<std::string> one_colour;  // its three bytes, where all that is seen is of that colour
  Plane colours;                          // RGB, 8 bits each; with one_colour a bit a pixel, all zero
  Plane opacity;                          // 8 bits, the soft mask
};

/// Makes it of a PNG file: cut to what is seen, 42 mm on the longer side, at most 600 dpi. Same file, same
/// bytes. Fails as read_seal_picture().
[[nodiscard]] Result<SealPicture> pack_seal_picture(std::string_view png);

}  // namespace ce::certificate_pdf
