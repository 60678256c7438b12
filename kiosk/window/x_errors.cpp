#include "kiosk/window/x_errors.h"

#include <X11/Xlib.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <string_view>

namespace ce::window {
namespace {

constexpr int exit_without_display = 3;  // as of a kiosk that finds none when it starts

int note_refusal(Display* /*display*/, XErrorEvent* error) {
  std::fprintf(stderr, "ce-kiosk: X error %d, request %d.%d\n", error->error_code, error->request_code,
               error->minor_code);
  return 0;
}

int end_now(Display* /*display*/) {
  constexpr std::string_view words = "ce-kiosk: the X server is gone\n";
  [[maybe_unused]] auto const written = ::write(STDERR_FILENO, words.data(), words.size());
  std::_Exit(exit_without_display);
}

}  // namespace

void handle_x_errors() {
  XSetErrorHandler(&note_refusal);
  XSetIOErrorHandler(&end_now);
}

}  // namespace ce::window
