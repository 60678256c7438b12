#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "shared/base/result.h"

namespace ce::certificate_pdf {

/// A picture of a seal as a sheet carries it: where its ink is, of what colours, and how large it stands on
/// paper.
struct SealPicture {
  /// Samples as a stream of a PDF holds them. predicted: deflated, each row behind the filter byte of PNG
  /// (predictor 15); fax: CCITT group 4.
  enum class Packing : std::uint8_t { deflated, predicted, fax };
  struct Plane {
    std::uint32_t width = 0;  // pixels
    std::uint32_t height = 0;
    int bits = 8;  // a pixel
    Packing packing = Packing::deflated;
    std::string bytes;
  };
  double width_mm = 0;
  double height_mm = 0;
  Plane shape;          // of one bit: ink or none; of 8: a soft mask
  int opacity = 0;      // of 255: of the ink of a shape of one bit
  std::string palette;  // three bytes a colour
  Plane colours;        // which of the palette, on its own grid; empty where a stencil has one colour
  [[nodiscard]] std::size_t bytes() const {
    return shape.bytes.size() + palette.size() + colours.bytes.size();
  }
  [[nodiscard]] bool is_stencil() const { return shape.bits == 1; }
};

/// What a picture may take: the longest name and authority of the province beside it leave the sheet below 60
/// KB.
inline constexpr std::size_t most_picture_bytes = 8'400;

/// Makes it of a PNG file: cut to what is seen, 42 mm on the longer side, of most_picture_bytes at most. Ink
/// with clear edges becomes a stencil at 600 dpi, of one colour or, where that would look otherwise, with
/// colours on a coarser grid; what has no clear edges a soft mask as fine as there is room for. Same file,
/// same bytes. Fails as read_seal_picture().
[[nodiscard]] Result<SealPicture> pack_seal_picture(std::string_view png);

}  // namespace ce::certificate_pdf
