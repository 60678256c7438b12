// Triangles: rounded corners, discs, arcs, gradients and the soft edges of all of them.
#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "kiosk/window/ink.h"
#include "kiosk/window/shapes.h"

namespace ce::window {
namespace {

/// Where the edge crosses the middle of a row. Of two triangles that share an edge both must find the same
/// place, so its upper end always comes first.
float crossing(ImDrawVert const& upper, ImDrawVert const& lower, float y) {
  return upper.pos.x + (lower.pos.x - upper.pos.x) * ((y - upper.pos.y) / (lower.pos.y - upper.pos.y));
}

/// A value that lies on a plane over the triangle.
struct Plane {
  float origin = 0, across = 0, down = 0;

  [[nodiscard]] float at(float x, float y) const { return origin + across * x + down * y; }
};

/// The planes through three corners, relative to the first.
class Planes {
 public:
  Planes(ImDrawVert const& a, ImDrawVert const& b, ImDrawVert const& c)
      : b_{b.pos.x - a.pos.x, b.pos.y - a.pos.y},
        c_{c.pos.x - a.pos.x, c.pos.y - a.pos.y},
        area_(b_.x * c_.y - c_.x * b_.y) {}

  [[nodiscard]] bool flat() const { return area_ == 0; }
  [[nodiscard]] Plane through(float a, float b, float c) const {
    return {a, ((b - a) * c_.y - (c - a) * b_.y) / area_, ((c - a) * b_.x - (b - a) * c_.x) / area_};
  }
  [[nodiscard]] Plane through(std::uint32_t a, std::uint32_t b, std::uint32_t c) const {
    return through(static_cast<float>(a), static_cast<float>(b), static_cast<float>(c));
  }

 private:
  ImVec2 b_, c_;
  float area_;
};

std::uint32_t part(float value) {
  return rounded(std::clamp(value, 0.F, 255.F));
}

/// Colours and coverage, each on its plane.
struct Shading {
  Plane red, green, blue, alpha, u, v;
  bool one_colour = false, one_texel = false;
  std::uint32_t pixel = 0, coverage = 255;

  Shading(Sheet const& sheet, ImDrawVert const& a, ImDrawVert const& b, ImDrawVert const& c,
          Planes const& planes) {
    alpha = planes.through(a.col >> 24U, b.col >> 24U, c.col >> 24U);
    auto const same_rgb = [](ImU32 p, ImU32 q) { return ((p ^ q) & 0x00FFFFFFU) == 0; };
    one_colour = same_rgb(a.col, b.col) && same_rgb(a.col, c.col);
    pixel = ink_of(a.col).pixel;
    if (!one_colour) {
      red = planes.through(widgets::red(a.col), widgets::red(b.col), widgets::red(c.col));
      green = planes.through(widgets::green(a.col), widgets::green(b.col), widgets::green(c.col));
      blue = planes.through(widgets::blue(a.col), widgets::blue(b.col), widgets::blue(c.col));
    }
    one_texel = a.uv.x == b.uv.x && a.uv.x == c.uv.x && a.uv.y == b.uv.y && a.uv.y == c.uv.y;
    if (one_texel) {
      coverage = coverage_at(sheet, a.uv.x, a.uv.y);
    } else {
      u = planes.through(a.uv.x, b.uv.x, c.uv.x);
      v = planes.through(a.uv.y, b.uv.y, c.uv.y);
    }
  }

  /// `middle` is where the middle of pixel 0 lies, from the first corner. What a pixel gets does not depend
  /// on where its span begins: a part of a picture is drawn as in the whole.
  void lay_over(std::uint32_t* pixels, int from, int count, float middle, float y, Sheet const& sheet) const {
    if (one_colour && one_texel && coverage == 255)
      return lay_fading(pixels, from, count, alpha.at(middle, y));
    for (int i = 0; i < count; ++i) {
      float const x = static_cast<float>(from + i) + middle;
      auto const covered = one_texel ? coverage : coverage_at(sheet, u.at(x, y), v.at(x, y));
      auto const over =
          one_colour ? pixel : part(red.at(x, y)) << 16U | part(green.at(x, y)) << 8U | part(blue.at(x, y));
      pixels[i] = mixed(pixels[i], over, share(part(alpha.at(x, y)), covered));
    }
  }

  /// In one colour, by whole numbers; `at_0` is the alpha of the row's pixel 0.
  void lay_fading(std::uint32_t* pixels, int from, int count, float at_0) const {
    constexpr int bits = 16;
    constexpr float whole = 1 << bits;
    constexpr float steepest = 1e6F;  // of a triangle that is hardly one
    auto const step = static_cast<std::int64_t>(std::clamp(alpha.across, -steepest, steepest) * whole);
    auto const begin = std::clamp(at_0 + 0.5F, -1e10F, 1e10F);
    auto value = static_cast<std::int64_t>(begin * whole) + step * from;
    for (int i = 0; i < count; ++i, value += step) {
      auto const fade = static_cast<std::uint32_t>(std::clamp<std::int64_t>(value >> bits, 0, 255));
      pixels[i] = mixed(pixels[i], pixel, fade);
    }
  }
};

/// Calls `span` with each row's first pixel and how many there are of it.
template <class Span>
void walk(Patch const& clip, ImDrawVert const& a, ImDrawVert const& b, ImDrawVert const& c,
          Span const& span) {
  ImDrawVert const* top = &a;
  ImDrawVert const* middle = &b;
  ImDrawVert const* bottom = &c;
  if (middle->pos.y < top->pos.y) std::swap(top, middle);
  if (bottom->pos.y < middle->pos.y) std::swap(middle, bottom);
  if (middle->pos.y < top->pos.y) std::swap(top, middle);
  int const end = std::min(first_from(bottom->pos.y), clip.y + clip.h);
  for (int row = std::max(first_from(top->pos.y), clip.y); row < end; ++row) {
    float const y = static_cast<float>(row) + 0.5F;
    float const one = crossing(*top, *bottom, y);
    float const other = y < middle->pos.y ? crossing(*top, *middle, y) : crossing(*middle, *bottom, y);
    int const from = std::max(first_from(std::min(one, other)), clip.x);
    int const to = std::min(first_from(std::max(one, other)), clip.x + clip.w);
    if (from < to) span(from, row, to - from);
  }
}

}  // namespace

void fill_triangle(Ground const& ground, ImDrawVert const& a, ImDrawVert const& b, ImDrawVert const& c) {
  if (((a.col | b.col | c.col) >> 24U) == 0) return;
  Planes const planes(a, b, c);
  if (planes.flat()) return;
  Shading const shading(ground.sheet, a, b, c, planes);
  if (shading.one_texel && a.col == b.col && a.col == c.col) {
    Ink const even{shading.pixel, share(a.col >> 24U, shading.coverage)};
    walk(ground.clip, a, b, c, [&](int x, int y, int count) { lay(ground.canvas.row(y) + x, count, even); });
    return;
  }
  walk(ground.clip, a, b, c, [&](int x, int y, int count) {
    shading.lay_over(ground.canvas.row(y) + x, x, count, 0.5F - a.pos.x,
                     static_cast<float>(y) + 0.5F - a.pos.y, ground.sheet);
  });
}

}  // namespace ce::window
