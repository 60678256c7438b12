#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "kiosk/widgets/color.h"
#include "kiosk/widgets/glyph_atlas.h"
#include "kiosk/window/damage.h"
#include "shared/base/result.h"

struct ImDrawData;

namespace ce::window {

/// The OpenGL side: the texture of glyphs, clearing and drawing. Needs a current context and a current
/// ImGui context for its whole life; interface thread only.
class Painter {
 public:
  /// internal_fault if the context is too old or the renderer refuses.
  [[nodiscard]] static Result<Painter> start(widgets::GlyphAtlas& atlas);
  Painter(Painter&& other) noexcept;
  Painter& operator=(Painter&&) = delete;
  ~Painter();

  /// Once before each ImGui frame.
  void begin();
  [[nodiscard]] unsigned texture() const { return texture_; }
  /// Draws the parts of the picture that lie in the patches over `background`.
  void paint(ImDrawData const& picture, std::vector<Patch> const& patches, widgets::Color background);
  /// Drawn by the processor: there each pixel counts.
  [[nodiscard]] bool software() const { return software_; }

 private:
  explicit Painter(widgets::GlyphAtlas& atlas) : atlas_(&atlas) {}
  void upload();

  widgets::GlyphAtlas* atlas_;
  unsigned texture_ = 0;
  int texture_height_ = 0;
  bool started_ = false;
  bool software_ = false;
};

}  // namespace ce::window
