// What GLFW calls: it is only noted.
#include <GLFW/glfw3.h>

#include "kiosk/window/window.h"

namespace ce::window {
namespace {

constexpr std::size_t most_strokes = 64;

}  // namespace

struct WindowEvents {
  static Window& of(GLFWwindow* handle) { return *static_cast<Window*>(glfwGetWindowUserPointer(handle)); }

  static void moved(GLFWwindow* handle, double x, double y) {
    Window& window = of(handle);
    auto const at = widgets::Point{static_cast<float>(x), static_cast<float>(y)};
    window.pointer_ = at;
    bool const down = window.queue_.empty() ? window.finger_.down : window.queue_.back().down;
    if (!down) return;  // there is no hovering over a touch screen
    auto const waiting = window.queue_.size();
    bool const dragged = waiting > 0 && (waiting > 1 ? window.queue_[waiting - 2].down : window.finger_.down);
    if (dragged) {
      window.queue_.back().at = at;  // only the last place of a drag counts
    } else {
      window.queue_.push_back({at, true});
    }
  }

  static void pressed(GLFWwindow* handle, int button, int action, int /*modifiers*/) {
    if (button != GLFW_MOUSE_BUTTON_LEFT) return;
    // Where the pointer was then; GLFW would ask the X server where one is by now.
    Window& window = of(handle);
    window.queue_.push_back({window.pointer_, action == GLFW_PRESS});
  }

  static void typed(GLFWwindow* handle, unsigned int letter) {
    of(handle).scan_line_.letter(letter, std::chrono::steady_clock::now());
  }

  static void key(GLFWwindow* handle, int key, int /*scancode*/, int action, int /*modifiers*/) {
    note_step(of(handle), key, action);
    if (action != GLFW_PRESS || (key != GLFW_KEY_ENTER && key != GLFW_KEY_KP_ENTER)) return;
    Window& window = of(handle);
    auto line = window.scan_line_.enter(std::chrono::steady_clock::now());
    if (!line || window.scanned_.size() >= scanning::most_waiting) return;
    window.scanned_.push_back(std::move(*line));
    window.woken_ = true;
  }

  static void note_step(Window& window, int key, int action) {
    if (action == GLFW_REPEAT || window.strokes_.size() >= most_strokes) return;
    for (std::size_t i = 0; i < window.step_keys_.size(); ++i) {
      if (key <= 0 || window.step_keys_.at(i) != key) continue;
      window.strokes_.push_back({i, action == GLFW_PRESS});
      window.woken_ = true;
    }
  }

  static void resized(GLFWwindow* handle, int width, int height) {
    Window& window = of(handle);
    if (width <= 0 || height <= 0) return;
    window.width_ = width;
    window.height_ = height;
    window.exposed_ = true;
  }

  static void exposed(GLFWwindow* handle) { of(handle).exposed_ = true; }

  static void asked_to_close(GLFWwindow* handle) {
    Window& window = of(handle);
    if (window.settings_.windowed) window.closing_ = true;
    glfwSetWindowShouldClose(handle, GLFW_FALSE);
  }
};

void Window::listen() {
  glfwSetWindowUserPointer(window_, this);
  glfwSetCursorPosCallback(window_, &WindowEvents::moved);
  glfwSetMouseButtonCallback(window_, &WindowEvents::pressed);
  glfwSetCharCallback(window_, &WindowEvents::typed);
  glfwSetKeyCallback(window_, &WindowEvents::key);
  glfwSetFramebufferSizeCallback(window_, &WindowEvents::resized);
  glfwSetWindowRefreshCallback(window_, &WindowEvents::exposed);
  glfwSetWindowCloseCallback(window_, &WindowEvents::asked_to_close);

  double x = 0;
  double y = 0;
  glfwGetCursorPos(window_, &x, &y);
  pointer_ = {static_cast<float>(x), static_cast<float>(y)};
}

}  // namespace ce::window
