#pragma once

#include "kiosk/widgets/geometry.h"
#include "kiosk/widgets/glyph_atlas.h"

struct ImDrawData;
struct ImGuiContext;

namespace ce::widgets {

/// What the finger (or the mouse) does in one pass: at most one change.
struct Finger {
  Point at{-1, -1};
  bool down = false;
};

/// An ImGui context made for this interface: no windows, no settings file, no keyboard, one texture, which
/// is the glyph atlas. With a window or without one. Interface thread only; one at a time is current.
class Surface {
 public:
  explicit Surface(GlyphAtlas& atlas);
  ~Surface();
  Surface(Surface const&) = delete;
  Surface& operator=(Surface const&) = delete;

  /// Opens a pass of that size; what is drawn until end_pass() is its picture.
  void begin_pass(int width, int height, Finger const& finger);
  /// Closes the pass. The data are valid until the next begin_pass().
  ImDrawData const& end_pass();
  /// The number by which the renderer knows the atlas's texture.
  void set_texture(unsigned id) { texture_ = id; }

 private:
  GlyphAtlas* atlas_;
  ImGuiContext* context_;
  unsigned texture_ = 1;
};

}  // namespace ce::widgets
