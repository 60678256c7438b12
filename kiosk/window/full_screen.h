#pragma once

#include "kiosk/window/window.h"

namespace ce::window {

/// Lays the window over the whole of the first display where it does not fill it: GLFW makes it an ordinary
/// window when its display is unplugged, and leaves it as it is when the resolution changes. True where it
/// did something; nothing is done while there is no display. Interface thread; a few questions to the X
/// server.
bool fill_display(GLFWwindow* window);

/// Of the display that the window is on, within what displays can have.
[[nodiscard]] float pixels_per_mm(WindowSettings const& settings, GLFWwindow* window);

}  // namespace ce::window
