#pragma once

#include <memory>

#include "kiosk/widgets/glyph_atlas.h"
#include "kiosk/window/painter.h"
#include "shared/base/result.h"

struct GLFWwindow;

namespace ce::window {

/// By OpenGL: the whole picture each time, and an exchange of buffers. Needs its window, with a context that
/// is current, and a current ImGui context for its whole life.
class GlPainter final : public Painter {
 public:
  /// internal_fault if the context is too old or the renderer refuses.
  [[nodiscard]] static Result<std::unique_ptr<GlPainter>> start(GLFWwindow* window,
                                                                widgets::GlyphAtlas& atlas);
  ~GlPainter() override;

  void begin() override;
  [[nodiscard]] unsigned texture() const override { return texture_; }
  void show(ImDrawData const& picture, std::vector<Patch> const& patches, widgets::Color background) override;
  /// Whether OpenGL itself is drawn by the processor, in a much longer way than PixelPainter's.
  [[nodiscard]] bool by_processor() const { return by_processor_; }

 private:
  GlPainter(GLFWwindow* window, widgets::GlyphAtlas& atlas) : window_(window), atlas_(&atlas) {}
  void upload();

  GLFWwindow* window_;
  widgets::GlyphAtlas* atlas_;
  unsigned texture_ = 0;
  int texture_height_ = 0;
  bool started_ = false;
  bool by_processor_ = false;
};

}  // namespace ce::window
