#pragma once

#include <memory>

#include "kiosk/widgets/glyph_atlas.h"
#include "kiosk/window/painter.h"
#include "kiosk/window/x_canvas.h"

namespace ce::window {

/// By the processor, without OpenGL: only what changed is drawn and sent. For machines without a graphics
/// processor, where OpenGL would be drawn by the same processor, through a compiler of its own.
class PixelPainter final : public Painter {
 public:
  /// Fails as XCanvas::open() and fit().
  [[nodiscard]] static Result<std::unique_ptr<PixelPainter>> start(GLFWwindow* window,
                                                                   widgets::GlyphAtlas& atlas);

  void show(ImDrawData const& picture, std::vector<Patch> const& patches, widgets::Color background) override;

 private:
  PixelPainter(std::unique_ptr<XCanvas> canvas, widgets::GlyphAtlas& atlas)
      : canvas_(std::move(canvas)), atlas_(&atlas) {}

  std::unique_ptr<XCanvas> canvas_;
  widgets::GlyphAtlas* atlas_;
};

}  // namespace ce::window
