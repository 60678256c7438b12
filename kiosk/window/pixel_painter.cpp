#include "kiosk/window/pixel_painter.h"

#include <GLFW/glfw3.h>
#include <imgui.h>

namespace ce::window {

Result<std::unique_ptr<PixelPainter>> PixelPainter::start(GLFWwindow* window, widgets::GlyphAtlas& atlas) {
  CE_TRY(auto canvas, XCanvas::open(window));
  int width = 0;
  int height = 0;
  glfwGetFramebufferSize(window, &width, &height);
  CE_CHECK(canvas->fit(width, height));
  return std::unique_ptr<PixelPainter>(new PixelPainter(std::move(canvas), atlas));
}

void PixelPainter::show(ImDrawData const& picture, std::vector<Patch> const& patches,
                        widgets::Color background) {
  // Another size comes with patches for all of it. Without memory for it the last picture stays.
  auto const fits =
      canvas_->fit(static_cast<int>(picture.DisplaySize.x), static_cast<int>(picture.DisplaySize.y));
  if (!fits) return;
  Sheet const sheet{atlas_->texels(), atlas_->width(), atlas_->height()};
  for (Patch const& patch : patches) rasterise(picture, sheet, patch, background, canvas_->canvas());
  for (Patch const& patch : patches) canvas_->put(patch);
  canvas_->flush();
}

}  // namespace ce::window
