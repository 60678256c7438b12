#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "shared/certificate_pdf/seal_pixels.h"

namespace ce::certificate_pdf {

/// A seal taken apart, as a sheet will carry it: each layer on a grid of its own over the same area.
struct SealLayers {
  struct Grid {
    std::uint32_t width = 0;
    std::uint32_t height = 0;
    std::vector<std::uint8_t> values;
  };
  Grid shape;           // opacity of 255
  Grid colours;         // which of the palette
  std::string palette;  // three bytes a colour
};

/// What counts as ink: half of what the picture's ink has for opacity, of 255. What cutting out leaves behind
/// is less.
[[nodiscard]] int ink_threshold(Pixels const& picture);

/// The opacity of the ink itself, without its edges: that of the middle one of its pixels.
[[nodiscard]] int ink_opacity(Pixels const& picture, int threshold);

/// Ink of `opacity` or none, on a grid of that size, which may be finer than the picture: an edge that is
/// smooth there gets its place between two pixels.
[[nodiscard]] SealLayers::Grid clear_shape(Pixels const& picture, Sides const& sides, int threshold,
                                           int opacity);

/// The picture's own opacity in so many steps.
[[nodiscard]] SealLayers::Grid soft_shape(Pixels const& picture, int steps);

/// What is ink, opaque in the colours that it has on white. The rest is transparent.
[[nodiscard]] Pixels on_white(Pixels picture, int threshold);

/// On a coarser grid, the colours that put down with `opacity` look on white as those do.
[[nodiscard]] Pixels inks_of(Pixels const& on_white, Sides const& sides, int opacity);

/// Puts at most `most` colours for those of the picture into palette and colours, by cutting their widest
/// range in two again and again. Where nothing is seen stands the colour before it, which packs to nothing.
void put_colours(SealLayers& layers, Pixels const& picture, std::size_t most);

/// How the layers look on a grid of that size: by the mean of the shape and the colour of the middle.
[[nodiscard]] Pixels as_seen(SealLayers const& layers, Sides const& sides);

/// How far two pictures of one size are apart on white paper, where either has ink: root of the mean square,
/// of 255, rounded up.
[[nodiscard]] int difference(Pixels const& a, Pixels const& b);

}  // namespace ce::certificate_pdf
