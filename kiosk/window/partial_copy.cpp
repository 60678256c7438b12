#include "kiosk/window/partial_copy.h"

#include <GLFW/glfw3.h>

// As in glfw3native.h, which would drag in the headers of every X extension.
extern "C" {
// NOLINTBEGIN(readability-identifier-naming)
void* glfwGetX11Display();
unsigned long glfwGetGLXWindow(GLFWwindow* window);
// NOLINTEND(readability-identifier-naming)
}

namespace ce::window {

std::function<void(Patch const&)> partial_copy(GLFWwindow* window) {
  using CopySubBuffer = void (*)(void* display, unsigned long drawable, int x, int y, int w, int h);
  if (glfwExtensionSupported("GLX_MESA_copy_sub_buffer") != GLFW_TRUE) return {};
  auto const copy = reinterpret_cast<CopySubBuffer>(glfwGetProcAddress("glXCopySubBufferMESA"));
  void* const display = glfwGetX11Display();
  unsigned long const drawable = glfwGetGLXWindow(window);
  if (!copy || !display || drawable == 0) return {};
  return [=](Patch const& patch) {
    int height = 0;
    glfwGetFramebufferSize(window, nullptr, &height);
    copy(display, drawable, patch.x, height - patch.y - patch.h, patch.w, patch.h);
  };
}

}  // namespace ce::window
