#pragma once

#include <functional>

#include "kiosk/window/damage.h"

struct GLFWwindow;

namespace ce::window {

/// A function that shows one part of the back buffer without exchanging the buffers, or an empty one where
/// the server has no GLX_MESA_copy_sub_buffer. The window's context must be current.
[[nodiscard]] std::function<void(Patch const&)> partial_copy(GLFWwindow* window);

}  // namespace ce::window
