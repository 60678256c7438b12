// Boxes along the axes: glyphs, shadows, plain surfaces.
#include <imgui.h>

#include <algorithm>
#include <cmath>

#include "kiosk/window/ink.h"
#include "kiosk/window/shapes.h"

namespace ce::window {
namespace {

/// Where the pixels of a box lie on the sheet, along one axis: texel n has its middle at n. Told of the whole
/// box, so that a part of it is drawn as in the whole.
struct Axis {
  int pixel = 0;    // the box's first
  float first = 0;  // its place
  float step = 0;   // from one pixel to the next
  int texel = 0;    // both as whole numbers, where `whole`
  int stride = 0;
  bool whole = false;  // each pixel shows one texel

  Axis(float low, float high, float from, float to, int size) : pixel(first_from(low)) {
    auto const texels = static_cast<float>(size);
    int const steps = first_from(high) - pixel - 1;
    step = high > low ? (to - from) * texels / (high - low) : 0;
    first = from * texels + (static_cast<float>(pixel) + 0.5F - low) * step - 0.5F;
    texel = static_cast<int>(std::lround(first));
    stride = static_cast<int>(std::lround(step));
    constexpr float next_to = 1.F / 64;
    float const drift = std::abs(step - static_cast<float>(stride)) * static_cast<float>(steps);
    int const last = texel + stride * steps;
    whole = std::abs(stride) <= 1 && drift < next_to &&
            std::abs(first - static_cast<float>(texel)) < next_to && std::min(texel, last) >= 0 &&
            std::max(texel, last) < size;
  }
  [[nodiscard]] float place(int at) const { return first + step * static_cast<float>(at - pixel); }
  [[nodiscard]] int texel_of(int at) const { return texel + stride * (at - pixel); }
};

/// Between the four texels around, by their middles.
std::uint32_t between(Sheet const& sheet, float s, float t) {
  float const left = std::floor(s);
  float const top = std::floor(t);
  float const right_part = s - left;
  float const low_part = t - top;
  auto const texel = [&sheet](int x, int y) {
    int const column = std::clamp(x, 0, sheet.width - 1);
    int const row = std::clamp(y, 0, sheet.height - 1);
    return static_cast<float>(sheet.texels[static_cast<std::ptrdiff_t>(row) * sheet.width + column]);
  };
  auto const x = static_cast<int>(left);
  auto const y = static_cast<int>(top);
  float const upper = texel(x, y) * (1 - right_part) + texel(x + 1, y) * right_part;
  float const lower = texel(x, y + 1) * (1 - right_part) + texel(x + 1, y + 1) * right_part;
  return rounded(upper * (1 - low_part) + lower * low_part);
}

void lay_texels(std::uint32_t* pixels, int count, unsigned char const* texel, int stride, Ink const& ink) {
  for (int i = 0; i < count; ++i, texel += stride) {
    if (*texel != 0) pixels[i] = mixed(pixels[i], ink.pixel, share(ink.alpha, *texel));
  }
}

}  // namespace

std::uint32_t coverage_at(Sheet const& sheet, float u, float v) {
  return between(sheet, u * static_cast<float>(sheet.width) - 0.5F,
                 v * static_cast<float>(sheet.height) - 0.5F);
}

void fill_box(Ground const& ground, ImDrawVert const& low, ImDrawVert const& high) {
  Patch const& clip = ground.clip;
  int const x = std::max(first_from(low.pos.x), clip.x);
  int const y = std::max(first_from(low.pos.y), clip.y);
  int const wide = std::min(first_from(high.pos.x), clip.x + clip.w) - x;
  int const tall = std::min(first_from(high.pos.y), clip.y + clip.h) - y;
  Ink const ink = ink_of(low.col);
  if (wide <= 0 || tall <= 0 || ink.alpha == 0) return;
  Sheet const& sheet = ground.sheet;
  if (low.uv.x == high.uv.x && low.uv.y == high.uv.y) {
    Ink const even{ink.pixel, share(ink.alpha, coverage_at(sheet, low.uv.x, low.uv.y))};
    for (int row = y; row < y + tall; ++row) lay(ground.canvas.row(row) + x, wide, even);
    return;
  }
  Axis const across(low.pos.x, high.pos.x, low.uv.x, high.uv.x, sheet.width);
  Axis const down(low.pos.y, high.pos.y, low.uv.y, high.uv.y, sheet.height);
  for (int row = y; row < y + tall; ++row) {
    std::uint32_t* const pixels = ground.canvas.row(row) + x;
    if (!across.whole || !down.whole) {
      for (int i = 0; i < wide; ++i) {
        auto const coverage = between(sheet, across.place(x + i), down.place(row));
        pixels[i] = mixed(pixels[i], ink.pixel, share(ink.alpha, coverage));
      }
      continue;
    }
    auto const line = static_cast<std::ptrdiff_t>(down.texel_of(row)) * sheet.width;
    unsigned char const* const texel = sheet.texels + line + across.texel_of(x);
    if (across.stride == 0) {
      lay(pixels, wide, {ink.pixel, share(ink.alpha, *texel)});
    } else {
      lay_texels(pixels, wide, texel, across.stride, ink);
    }
  }
}

}  // namespace ce::window
