#pragma once

#include "kiosk/window/raster.h"

struct ImDrawVert;

/// The two shapes that pictures consist of. Room-internal.
namespace ce::window {

/// Where shapes go and what their texels are.
struct Ground {
  Canvas canvas;
  Sheet sheet;
  Patch clip;  // nothing outside it is touched; lies in the canvas
};

/// The coverage at a place of the sheet (0 to 1 each way) between the four texels around it.
[[nodiscard]] std::uint32_t coverage_at(Sheet const& sheet, float u, float v);

/// A box along the axes with the upper left and the lower right corner, in the colour of the first.
void fill_box(Ground const& ground, ImDrawVert const& low, ImDrawVert const& high);

void fill_triangle(Ground const& ground, ImDrawVert const& a, ImDrawVert const& b, ImDrawVert const& c);

}  // namespace ce::window
