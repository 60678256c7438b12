#pragma once

#include <algorithm>

namespace ce::widgets {

/// A place on the screen in window pixels, y downwards.
struct Point {
  float x = 0;
  float y = 0;
};

/// A rectangle in window pixels. The cut_ functions take a strip off and leave the rest: screens are laid
/// out by cutting their rectangle, so neighbours cannot overlap.
struct Rect {
  float x = 0;
  float y = 0;
  float w = 0;
  float h = 0;

  [[nodiscard]] float right() const { return x + w; }
  [[nodiscard]] float bottom() const { return y + h; }
  [[nodiscard]] Point centre() const { return {x + w / 2, y + h / 2}; }
  [[nodiscard]] bool contains(Point p) const {
    return p.x >= x && p.x < right() && p.y >= y && p.y < bottom();
  }
  [[nodiscard]] bool overlaps(Rect const& o) const {
    return x < o.right() && o.x < right() && y < o.bottom() && o.y < bottom();
  }

  [[nodiscard]] Rect inset(float across, float down) const {
    return {x + across, y + down, std::max(0.F, w - 2 * across), std::max(0.F, h - 2 * down)};
  }
  [[nodiscard]] Rect inset(float all) const { return inset(all, all); }
  [[nodiscard]] Rect moved(float dx, float dy) const { return {x + dx, y + dy, w, h}; }
  /// A rectangle of that size in the middle of this one, never larger than it.
  [[nodiscard]] Rect middle(float width, float height) const {
    float const wide = std::min(width, w);
    float const high = std::min(height, h);
    return {x + (w - wide) / 2, y + (h - high) / 2, wide, high};
  }

  Rect cut_top(float height) {
    float const taken = std::clamp(height, 0.F, h);
    Rect const strip{x, y, w, taken};
    y += taken;
    h -= taken;
    return strip;
  }
  Rect cut_bottom(float height) {
    float const taken = std::clamp(height, 0.F, h);
    h -= taken;
    return {x, y + h, w, taken};
  }
  Rect cut_left(float width) {
    float const taken = std::clamp(width, 0.F, w);
    Rect const strip{x, y, taken, h};
    x += taken;
    w -= taken;
    return strip;
  }
  Rect cut_right(float width) {
    float const taken = std::clamp(width, 0.F, w);
    w -= taken;
    return {x + w, y, taken, h};
  }
  /// Column `index` of `count` equal ones with `gap` between them.
  [[nodiscard]] Rect column(int index, int count, float gap) const {
    float const wide = (w - gap * static_cast<float>(count - 1)) / static_cast<float>(count);
    return {x + static_cast<float>(index) * (wide + gap), y, wide, h};
  }
  [[nodiscard]] Rect row(int index, int count, float gap) const {
    float const high = (h - gap * static_cast<float>(count - 1)) / static_cast<float>(count);
    return {x, y + static_cast<float>(index) * (high + gap), w, high};
  }
};

}  // namespace ce::widgets
