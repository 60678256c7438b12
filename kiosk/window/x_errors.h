#pragma once

namespace ce::window {

/// What Xlib does with errors is to end the program, by exit() beside working threads. From now on a request
/// that the X server refuses is a line on standard error and no more: a picture for a window that has just
/// become smaller is refused. Where the X server itself is gone the program ends at once with code 3, as a
/// power cut would end it. GLFW puts Xlib's own answer back whenever it makes a window: call again after
/// that. Interface thread.
void handle_x_errors();

}  // namespace ce::window
