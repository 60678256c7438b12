#include "kiosk/window/gl_painter.h"

#include <GL/gl.h>
#include <GL/glext.h>
#include <GLFW/glfw3.h>
#include <backends/imgui_impl_opengl3.h>
#include <imgui.h>

#include <string>
#include <string_view>

namespace ce::window {

Result<std::unique_ptr<GlPainter>> GlPainter::start(GLFWwindow* window, widgets::GlyphAtlas& atlas) {
  std::unique_ptr<GlPainter> painter(new GlPainter(window, atlas));
  if (!ImGui_ImplOpenGL3_Init("#version 150")) {
    return Failure{FailureCode::internal_fault, "the OpenGL renderer does not start; is OpenGL 3.3 there?"};
  }
  painter->started_ = true;
  GLint greatest = 0;
  glGetIntegerv(GL_MAX_TEXTURE_SIZE, &greatest);
  if (greatest < atlas.width()) {
    return Failure{FailureCode::internal_fault, "GL_MAX_TEXTURE_SIZE is " + std::to_string(greatest) +
                                                    ", the glyphs need " + std::to_string(atlas.width()) +
                                                    "; use another graphics driver"};
  }
  atlas.limit_to(greatest);
  auto const* name = reinterpret_cast<char const*>(glGetString(GL_RENDERER));
  std::string_view const renderer = name ? name : "";
  painter->by_processor_ = renderer.find("llvmpipe") != std::string_view::npos ||
                           renderer.find("softpipe") != std::string_view::npos;
  glGenTextures(1, &painter->texture_);
  glBindTexture(GL_TEXTURE_2D, painter->texture_);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
  // One byte a texel: white with the coverage as alpha.
  GLint const swizzle[4] = {GL_ONE, GL_ONE, GL_ONE, GL_RED};
  glTexParameteriv(GL_TEXTURE_2D, GL_TEXTURE_SWIZZLE_RGBA, swizzle);
  glfwSwapInterval(1);
  return painter;
}

GlPainter::~GlPainter() {
  if (texture_ != 0) glDeleteTextures(1, &texture_);
  if (started_) ImGui_ImplOpenGL3_Shutdown();
}

void GlPainter::begin() {
  ImGui_ImplOpenGL3_NewFrame();
}

void GlPainter::upload() {
  auto const dirty = atlas_->take_dirty();
  if (!dirty) return;
  glBindTexture(GL_TEXTURE_2D, texture_);
  glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
  if (texture_height_ != atlas_->height()) {
    texture_height_ = atlas_->height();
    glTexImage2D(GL_TEXTURE_2D, 0, GL_R8, atlas_->width(), atlas_->height(), 0, GL_RED, GL_UNSIGNED_BYTE,
                 atlas_->texels());
    return;
  }
  glPixelStorei(GL_UNPACK_ROW_LENGTH, atlas_->width());
  auto const first = static_cast<std::size_t>(dirty->y) * static_cast<std::size_t>(atlas_->width()) +
                     static_cast<std::size_t>(dirty->x);
  glTexSubImage2D(GL_TEXTURE_2D, 0, dirty->x, dirty->y, dirty->w, dirty->h, GL_RED, GL_UNSIGNED_BYTE,
                  atlas_->texels() + first);
  glPixelStorei(GL_UNPACK_ROW_LENGTH, 0);
}

void GlPainter::show(ImDrawData const& picture, std::vector<Patch> const& /*patches*/,
                     widgets::Color background) {
  upload();
  auto const height = static_cast<int>(picture.DisplaySize.y);
  glViewport(0, 0, static_cast<int>(picture.DisplaySize.x), height);
  auto const part = [](std::uint32_t value) { return static_cast<float>(value) / 255.F; };
  glClearColor(part(widgets::red(background)), part(widgets::green(background)),
               part(widgets::blue(background)), 1);
  glClear(GL_COLOR_BUFFER_BIT);
  // Whole pixels: ImGui's renderer cuts fractions off the position and the size, and so loses a row.
  Patch const all{0, 0, static_cast<int>(picture.DisplaySize.x), height};
  for (int l = 0; l < picture.CmdListsCount; ++l) {
    for (ImDrawCmd& command : picture.CmdLists[l]->CmdBuffer) {
      Patch const inside = clipped(command.ClipRect, all);
      command.ClipRect = {static_cast<float>(inside.x), static_cast<float>(inside.y),
                          static_cast<float>(inside.x + inside.w), static_cast<float>(inside.y + inside.h)};
    }
  }
  ImDrawData shown = picture;
  ImGui_ImplOpenGL3_RenderDrawData(&shown);
  glfwSwapBuffers(window_);
}

}  // namespace ce::window
