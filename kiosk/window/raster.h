#pragma once

#include <cstddef>
#include <cstdint>

#include "kiosk/widgets/color.h"
#include "kiosk/window/damage.h"

struct ImDrawData;

namespace ce::window {

/// A picture in memory, 0x00RRGGBB a pixel, the upper row first. Does not own its pixels.
struct Canvas {
  std::uint32_t* pixels = nullptr;
  int width = 0;
  int height = 0;
  int pitch = 0;  // pixels from a row to the next

  [[nodiscard]] std::uint32_t* row(int y) const { return pixels + static_cast<std::ptrdiff_t>(y) * pitch; }
};

/// The glyphs' sheet of coverage, a byte a texel. Does not own its texels.
struct Sheet {
  unsigned char const* texels = nullptr;
  int width = 0;
  int height = 0;
};

/// Draws what of `picture` lies in `patch` over `background`, by OpenGL's rules: a pixel belongs to a
/// triangle when its middle does, the left and the upper edge with it; colours and texels are interpolated
/// linearly, straight alpha is blended over. `patch` must lie in the canvas. Any thread, as long as nobody
/// writes to the sheet.
void rasterise(ImDrawData const& picture, Sheet const& sheet, Patch const& patch, widgets::Color background,
               Canvas const& canvas);

}  // namespace ce::window
