// The window and who draws into it.
#include <GLFW/glfw3.h>
#include <unistd.h>

#include <filesystem>
#include <string_view>

#include "kiosk/window/full_screen.h"
#include "kiosk/window/gl_painter.h"
#include "kiosk/window/pixel_painter.h"
#include "kiosk/window/window.h"
#include "kiosk/window/written_code.h"
#include "kiosk/window/x_errors.h"

namespace ce::window {
namespace {

std::string last_error() {
  char const* text = nullptr;
  glfwGetError(&text);
  return text ? text : "no reason given";
}

/// Looked for by its device: to ask OpenGL loads a driver and its compiler, be it there or not.
bool has_graphics_processor() {
  std::error_code error;
  for (auto const& device : std::filesystem::directory_iterator("/dev/dri", error)) {
    bool const draws = device.path().filename().string().starts_with("renderD");
    if (draws && ::access(device.path().c_str(), R_OK | W_OK) == 0) return true;
  }
  return false;
}

}  // namespace

Window::Window(WindowSettings const& settings, widgets::GlyphAtlas& atlas)
    : settings_(settings), atlas_(&atlas) {}

Result<std::unique_ptr<Window>> Window::open(WindowSettings const& settings, widgets::GlyphAtlas& atlas) {
  if (glfwInit() != GLFW_TRUE) {
    return Failure{FailureCode::internal_fault, "no display: " + last_error()};
  }
  std::unique_ptr<Window> window(new Window(settings, atlas));
  CE_CHECK(window->create());
  return window;
}

Result<void> Window::create() {
  if (settings_.drawing == Drawing::opengl) return by_opengl(false);
  if (settings_.drawing == Drawing::automatic && has_graphics_processor() && may_run_written_code()) {
    if (by_opengl(true)) return {};
    take_down();
  }
  return by_processor();
}

Result<void> Window::by_opengl(bool only_by_graphics_processor) {
  glfwWindowHint(GLFW_CLIENT_API, GLFW_OPENGL_API);
  glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
  glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 3);
  glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
  glfwWindowHint(GLFW_DEPTH_BITS, 0);
  glfwWindowHint(GLFW_STENCIL_BITS, 0);
  CE_CHECK(set_up("no OpenGL 3.3 window: "));
  glfwMakeContextCurrent(window_);
  surface_.emplace(*atlas_);
  CE_TRY(auto painter, GlPainter::start(window_, *atlas_));
  if (only_by_graphics_processor && painter->by_processor()) {
    return Failure{FailureCode::internal_fault, "OpenGL is drawn by the processor"};
  }
  surface_->set_texture(painter->texture());
  painter_ = std::move(painter);
  return {};
}

Result<void> Window::by_processor() {
  glfwWindowHint(GLFW_CLIENT_API, GLFW_NO_API);
  CE_CHECK(set_up("no window: "));
  surface_.emplace(*atlas_);
  CE_TRY(painter_, PixelPainter::start(window_, *atlas_));
  return {};
}

Result<void> Window::set_up(std::string_view failed) {
  glfwWindowHint(GLFW_AUTO_ICONIFY, GLFW_FALSE);
  glfwWindowHint(GLFW_RESIZABLE, GLFW_FALSE);
  GLFWmonitor* const monitor = glfwGetPrimaryMonitor();
  GLFWvidmode const* const mode = monitor ? glfwGetVideoMode(monitor) : nullptr;
  if (!mode) return Failure{FailureCode::internal_fault, "no monitor: " + last_error()};
  auto const size = settings_.windowed.value_or(WindowSettings::Size{mode->width, mode->height});
  window_ = glfwCreateWindow(size.width, size.height, settings_.title.c_str(),
                             settings_.windowed ? nullptr : monitor, nullptr);
  if (!window_) return Failure{FailureCode::internal_fault, std::string{failed} + last_error()};
  if (settings_.windowed) {
    glfwSetWindowPos(window_, 0, 0);
  } else {
    glfwSetInputMode(window_, GLFW_CURSOR, GLFW_CURSOR_HIDDEN);
  }
  glfwGetFramebufferSize(window_, &width_, &height_);
  px_per_mm_ = pixels_per_mm(settings_, window_);
  listen();
  handle_x_errors();
  return {};
}

void Window::take_down() {
  painter_.reset();
  surface_.reset();
  if (window_) glfwDestroyWindow(window_);
  window_ = nullptr;
}

}  // namespace ce::window
