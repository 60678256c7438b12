#pragma once

#include <string_view>

#include "kiosk/widgets/color.h"
#include "kiosk/widgets/geometry.h"
#include "kiosk/widgets/glyph_atlas.h"

struct ImDrawList;

namespace ce::widgets {

/// Draws shapes and glyphs into one ImGui draw list with one texture. Borrowed list and atlas; valid for
/// one pass, interface thread only. Lengths in pixels, angles in turns from twelve o'clock, clockwise.
class Brush {
 public:
  Brush(ImDrawList& list, GlyphAtlas& atlas) : list_(&list), atlas_(&atlas) {}

  void fill(Rect const& box, Color color, float radius = 0) const;
  /// Rounded at the upper or lower corners alone.
  void fill_top(Rect const& box, Color color, float radius) const;
  void stroke(Rect const& box, Color color, float radius, float thickness) const;
  void gradient(Rect const& box, Color left, Color right) const;
  void gradient_down(Rect const& box, Color top, Color bottom) const;
  void line(Point from, Point to, Color color, float thickness) const;
  void disc(Point centre, float radius, Color color) const;
  /// A disc that fades to nothing at its rim: one layer to draw, whatever its size.
  void glow(Point centre, float radius, Color color) const;
  void circle(Point centre, float radius, Color color, float thickness) const;
  /// A part of a ring, with round ends.
  void arc(Point centre, float radius, float from, float to, Color color, float thickness) const;
  void triangle(Point a, Point b, Point c, Color color) const;
  void quad(Point a, Point b, Point c, Point d, Color color) const;
  /// A soft shadow round a box that will be drawn over it.
  void shadow(Rect const& box, float reach, Color color) const;
  /// One line of text whose em box is centred on `middle_y`; returns its width.
  float glyphs(Point left_middle, std::u32string_view text, int em, Weight weight, Color color) const;
  void clip(Rect const& box) const;
  void unclip() const;

 private:
  void textured(Rect const& box, Texels const& from, bool flip_x, bool flip_y, Color color) const;

  ImDrawList* list_;
  GlyphAtlas* atlas_;
};

}  // namespace ce::widgets
