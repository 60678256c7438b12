#include "kiosk/window/full_screen.h"

#include <GLFW/glfw3.h>

#include <algorithm>

namespace ce::window {

bool fill_display(GLFWwindow* window) {
  GLFWmonitor* const monitor = glfwGetPrimaryMonitor();
  GLFWvidmode const* const mode = monitor != nullptr ? glfwGetVideoMode(monitor) : nullptr;
  if (mode == nullptr) return false;
  int width = 0;
  int height = 0;
  glfwGetWindowSize(window, &width, &height);
  bool const fills = width == mode->width && height == mode->height;
  if (fills && glfwGetWindowMonitor(window) == monitor) return false;
  glfwSetWindowMonitor(window, monitor, 0, 0, mode->width, mode->height, GLFW_DONT_CARE);
  return true;
}

float pixels_per_mm(WindowSettings const& settings, GLFWwindow* window) {
  int mm_wide = 0;
  int mm_high = 0;
  GLFWmonitor* const monitor = glfwGetPrimaryMonitor();
  if (monitor != nullptr) glfwGetMonitorPhysicalSize(monitor, &mm_wide, &mm_high);
  auto const told = settings.display_mm.value_or(
      WindowSettings::Millimetres{static_cast<float>(mm_wide), static_cast<float>(mm_high)});
  // The display the millimetres are of: in a window the window plays the display.
  int width = 0;
  int height = 0;
  glfwGetFramebufferSize(window, &width, &height);
  GLFWvidmode const* const mode = monitor != nullptr ? glfwGetVideoMode(monitor) : nullptr;
  bool const plays = settings.display_mm && settings.windowed;
  int const pixels = plays || mode == nullptr ? std::max(width, height) : std::max(mode->width, mode->height);
  float const longest = std::max(told.width, told.height);
  return longest > 0 ? std::clamp(static_cast<float>(pixels) / longest, 1.F, 20.F) : 4.F;
}

}  // namespace ce::window
