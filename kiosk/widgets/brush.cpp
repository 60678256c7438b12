#include "kiosk/widgets/brush.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <numbers>

#include "kiosk/widgets/text_layout.h"

namespace ce::widgets {
namespace {

/// The em box of Han reaches from 0.12 below to 0.88 above the baseline.
constexpr float em_middle = 0.38F;

ImVec2 vec(Point p) {
  return {p.x, p.y};
}
ImVec2 low(Rect const& r) {
  return {r.x, r.y};
}
ImVec2 high(Rect const& r) {
  return {r.right(), r.bottom()};
}

float angle(float turns) {
  return (turns - 0.25F) * 2.F * std::numbers::pi_v<float>;
}

}  // namespace

void Brush::fill(Rect const& box, Color color, float radius) const {
  list_->AddRectFilled(low(box), high(box), color, radius);
}

void Brush::fill_top(Rect const& box, Color color, float radius) const {
  list_->AddRectFilled(low(box), high(box), color, radius, ImDrawFlags_RoundCornersTop);
}

void Brush::stroke(Rect const& box, Color color, float radius, float thickness) const {
  Rect const inner = box.inset(thickness / 2);
  list_->AddRect(low(inner), high(inner), color, radius, 0, thickness);
}

void Brush::gradient(Rect const& box, Color left, Color right) const {
  list_->AddRectFilledMultiColor(low(box), high(box), left, right, right, left);
}

void Brush::gradient_down(Rect const& box, Color top, Color bottom) const {
  list_->AddRectFilledMultiColor(low(box), high(box), top, top, bottom, bottom);
}

void Brush::line(Point from, Point to, Color color, float thickness) const {
  list_->AddLine(vec(from), vec(to), color, thickness);
}

void Brush::disc(Point centre, float radius, Color color) const {
  list_->AddCircleFilled(vec(centre), radius, color);
}

void Brush::glow(Point centre, float radius, Color color) const {
  constexpr unsigned sides = 64;
  ImVec2 const uv = ImGui::GetFontTexUvWhitePixel();
  list_->PrimReserve(sides * 3, sides + 1);
  auto const first = static_cast<ImDrawIdx>(list_->_VtxCurrentIdx);
  list_->PrimWriteVtx(vec(centre), uv, color);
  for (unsigned i = 0; i < sides; ++i) {
    float const turn = 2 * std::numbers::pi_v<float> * static_cast<float>(i) / sides;
    Point const rim{centre.x + radius * std::cos(turn), centre.y + radius * std::sin(turn)};
    list_->PrimWriteVtx(vec(rim), uv, with_alpha(color, 0));
    list_->PrimWriteIdx(first);
    list_->PrimWriteIdx(static_cast<ImDrawIdx>(first + 1 + i));
    list_->PrimWriteIdx(static_cast<ImDrawIdx>(first + 1 + (i + 1) % sides));
  }
}

void Brush::circle(Point centre, float radius, Color color, float thickness) const {
  list_->AddCircle(vec(centre), radius, color, 0, thickness);
}

void Brush::arc(Point centre, float radius, float from, float to, Color color, float thickness) const {
  if (to <= from) return;
  list_->PathArcTo(vec(centre), radius, angle(from), angle(to),
                   std::max(8, static_cast<int>((to - from) * 120)));
  list_->PathStroke(color, 0, thickness);
  if (to - from >= 1) return;
  for (float const end : {from, to}) {
    Point const tip{centre.x + radius * std::cos(angle(end)), centre.y + radius * std::sin(angle(end))};
    disc(tip, thickness / 2, color);
  }
}

void Brush::triangle(Point a, Point b, Point c, Color color) const {
  list_->AddTriangleFilled(vec(a), vec(b), vec(c), color);
}

void Brush::quad(Point a, Point b, Point c, Point d, Color color) const {
  list_->AddQuadFilled(vec(a), vec(b), vec(c), vec(d), color);
}

void Brush::textured(Rect const& box, Texels const& from, bool flip_x, bool flip_y, Color color) const {
  auto const wide = static_cast<float>(atlas_->width());
  auto const tall = static_cast<float>(atlas_->height());
  auto const begin = [](int at, int size) { return static_cast<float>(at) + (size == 0 ? 0.5F : 0.F); };
  float u0 = begin(from.x, from.w) / wide;
  float v0 = begin(from.y, from.h) / tall;
  float u1 = u0 + static_cast<float>(from.w) / wide;
  float v1 = v0 + static_cast<float>(from.h) / tall;
  if (flip_x) std::swap(u0, u1);
  if (flip_y) std::swap(v0, v1);
  list_->PrimReserve(6, 4);
  list_->PrimRectUV(low(box), high(box), {u0, v0}, {u1, v1}, color);
}

void Brush::shadow(Rect const& box, float reach, Color color) const {
  auto const size = std::max(4, static_cast<int>(std::lround(reach)));
  float const r = std::floor(std::min({static_cast<float>(size), box.w, box.h}));
  Texels const corner = atlas_->shadow(size);
  if (corner.w == 0) return;
  // On whole pixels: between two of them a corner's last texel would blend with what is beside it on the
  // sheet.
  Rect const outer{std::round(box.x - r / 2), std::round(box.y - r / 2), std::round(box.w + r),
                   std::round(box.h + r)};
  for (int side = 0; side < 4; ++side) {
    bool const right = side % 2 == 1;
    bool const lower = side / 2 == 1;
    Rect const at{right ? outer.right() - r : outer.x, lower ? outer.bottom() - r : outer.y, r, r};
    textured(at, corner, right, lower, color);
  }
  // One texel's middle, stretched: half a texel further would blend with the neighbours on the sheet.
  Texels const column{corner.x + corner.w - 1, corner.y, 0, corner.h};
  Texels const row{corner.x, corner.y + corner.h - 1, corner.w, 0};
  Rect const across{outer.x + r, outer.y, outer.w - 2 * r, r};
  Rect const down{outer.x, outer.y + r, r, outer.h - 2 * r};
  textured(across, column, false, false, color);
  textured(across.moved(0, outer.h - r), column, false, true, color);
  textured(down, row, false, false, color);
  textured(down.moved(outer.w - r, 0), row, true, false, color);
}

float Brush::glyphs(Point left_middle, std::u32string_view text, int em, Weight weight, Color color) const {
  float pen = std::round(left_middle.x);
  float const start = pen;
  float const centre = weight == Weight::icon ? 0.5F : em_middle;
  float const baseline = std::round(left_middle.y + centre * static_cast<float>(em));
  for (std::size_t at = 0; at < text.size(); ++at) {
    Glyph const glyph = atlas_->glyph(text[at], em, weight);
    if (glyph.box.w > 0) {
      textured({pen + glyph.left, baseline + glyph.top, static_cast<float>(glyph.box.w),
                static_cast<float>(glyph.box.h)},
               glyph.box, false, false, color);
    }
    pen += advance(glyph.advance, text, at, em);
  }
  return pen - start;
}

void Brush::clip(Rect const& box) const {
  list_->PushClipRect(low(box), high(box), true);
}
void Brush::unclip() const {
  list_->PopClipRect();
}

}  // namespace ce::widgets
