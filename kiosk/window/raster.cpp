#include "kiosk/window/raster.h"

#include <imgui.h>

#include <algorithm>

#include "kiosk/window/ink.h"
#include "kiosk/window/shapes.h"

namespace ce::window {
namespace {

bool misses(Patch const& clip, ImDrawVert const& a, ImDrawVert const& b, ImDrawVert const& c) {
  auto const [left, right] = std::minmax({a.pos.x, b.pos.x, c.pos.x});
  auto const [top, bottom] = std::minmax({a.pos.y, b.pos.y, c.pos.y});
  return right < static_cast<float>(clip.x) || left > static_cast<float>(clip.x + clip.w) ||
         bottom < static_cast<float>(clip.y) || top > static_cast<float>(clip.y + clip.h);
}

/// Whether the six indices are two triangles a b c, a c d that make a box along the axes in one colour, as
/// ImGui writes them, with texels that run along its sides.
bool is_box(ImDrawIdx const* at, ImDrawVert const* vertices) {
  if (at[3] != at[0] || at[4] != at[2]) return false;
  ImDrawVert const& a = vertices[at[0]];
  ImDrawVert const& b = vertices[at[1]];
  ImDrawVert const& c = vertices[at[2]];
  ImDrawVert const& d = vertices[at[5]];
  bool const along = a.pos.y == b.pos.y && b.pos.x == c.pos.x && c.pos.y == d.pos.y && d.pos.x == a.pos.x &&
                     a.pos.x <= c.pos.x && a.pos.y <= c.pos.y;
  bool const texels = a.uv.y == b.uv.y && b.uv.x == c.uv.x && c.uv.y == d.uv.y && d.uv.x == a.uv.x;
  return along && texels && a.col == b.col && a.col == c.col && a.col == d.col;
}

void draw(ImDrawList const& list, ImDrawCmd const& command, Ground const& ground) {
  ImDrawIdx const* const indices = list.IdxBuffer.Data + command.IdxOffset;
  ImDrawVert const* const vertices = list.VtxBuffer.Data + command.VtxOffset;
  for (unsigned i = 0; i + 2 < command.ElemCount; i += 3) {
    ImDrawVert const& a = vertices[indices[i]];
    ImDrawVert const& b = vertices[indices[i + 1]];
    ImDrawVert const& c = vertices[indices[i + 2]];
    if (i + 5 < command.ElemCount && is_box(indices + i, vertices)) {
      fill_box(ground, a, c);
      i += 3;
    } else if (!misses(ground.clip, a, b, c)) {
      fill_triangle(ground, a, b, c);
    }
  }
}

}  // namespace

void rasterise(ImDrawData const& picture, Sheet const& sheet, Patch const& patch, widgets::Color background,
               Canvas const& canvas) {
  auto const behind = ink_of(background).pixel;
  for (int y = patch.y; y < patch.y + patch.h; ++y) std::fill_n(canvas.row(y) + patch.x, patch.w, behind);
  for (int l = 0; l < picture.CmdListsCount; ++l) {
    ImDrawList const& list = *picture.CmdLists[l];
    for (ImDrawCmd const& command : list.CmdBuffer) {
      Patch const inside = clipped(command.ClipRect, patch);
      if (inside.w > 0 && inside.h > 0) draw(list, command, {canvas, sheet, inside});
    }
  }
}

}  // namespace ce::window
