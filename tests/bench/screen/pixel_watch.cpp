// Times what happens on an X display by its pixels.
//
//   ce-pixel-watch appear N COMMAND...    starts COMMAND; prints ms until a grid of pixels shows at least N
//   colours ce-pixel-watch click X Y CX CY W H    clicks at X,Y; prints ms until a pixel of the area
//   CX,CY,W,H changes
#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <X11/extensions/XTest.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <set>
#include <span>
#include <string_view>
#include <thread>
#include <vector>

namespace {

using Clock = std::chrono::steady_clock;
constexpr auto patience = std::chrono::seconds{60};

double ms_since(Clock::time_point start) {
  return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

struct Area {
  int x, y;
  unsigned width, height;
};

std::vector<unsigned long> pixels(Display* display, Area area, unsigned step) {
  std::vector<unsigned long> found;
  XImage* image = XGetImage(display, DefaultRootWindow(display), area.x, area.y, area.width, area.height,
                            AllPlanes, ZPixmap);
  if (image == nullptr) return found;
  for (unsigned y = 0; y < area.height; y += step) {
    for (unsigned x = 0; x < area.width; x += step) {
      found.push_back(XGetPixel(image, static_cast<int>(x), static_cast<int>(y)));
    }
  }
  XDestroyImage(image);
  return found;
}

int appear(Display* display, std::size_t colours, char** command) {
  auto const width = static_cast<unsigned>(DisplayWidth(display, 0));
  auto const height = static_cast<unsigned>(DisplayHeight(display, 0));
  auto const start = Clock::now();
  pid_t const child = fork();
  if (child == 0) {
    // Whoever reads our answer must not wait for the program's end as well.
    if (std::freopen("/dev/null", "w", stdout) == nullptr ||
        std::freopen("/dev/null", "w", stderr) == nullptr)
      _exit(126);
    execvp(command[0], command);
    _exit(127);
  }
  while (Clock::now() - start < patience) {
    auto const seen = pixels(display, {0, 0, width, height}, 4);
    if (std::set<unsigned long>(seen.begin(), seen.end()).size() >= colours) {
      std::printf("%.1f %d\n", ms_since(start), child);
      return 0;
    }
    std::this_thread::sleep_for(std::chrono::milliseconds{1});
  }
  std::fputs("nothing appeared\n", stderr);
  return 1;
}

int click(Display* display, int x, int y, Area area) {
  auto const before = pixels(display, area, 1);
  auto const start = Clock::now();
  XTestFakeMotionEvent(display, 0, x, y, CurrentTime);
  XTestFakeButtonEvent(display, 1, True, CurrentTime);
  XTestFakeButtonEvent(display, 1, False, CurrentTime);
  XFlush(display);
  while (Clock::now() - start < patience) {
    if (pixels(display, area, 1) != before) {
      std::printf("%.2f\n", ms_since(start));
      return 0;
    }
    std::this_thread::sleep_for(std::chrono::microseconds{200});
  }
  std::fputs("no pixel changed\n", stderr);
  return 1;
}

}  // namespace

int main(int argc, char** argv) {
  std::span<char*> const words(argv, static_cast<std::size_t>(argc));
  std::unique_ptr<Display, decltype(&XCloseDisplay)> const display(XOpenDisplay(nullptr), &XCloseDisplay);
  if (display == nullptr) {
    std::fputs("no X display\n", stderr);
    return 2;
  }
  auto number = [&words](std::size_t at) { return static_cast<int>(std::strtol(words[at], nullptr, 10)); };
  if (words.size() >= 4 && std::string_view{words[1]} == "appear") {
    return appear(display.get(), static_cast<std::size_t>(number(2)), &words[3]);
  }
  if (words.size() == 8 && std::string_view{words[1]} == "click") {
    Area const area{number(4), number(5), static_cast<unsigned>(number(6)), static_cast<unsigned>(number(7))};
    return click(display.get(), number(2), number(3), area);
  }
  std::fputs("usage: ce-pixel-watch appear N COMMAND... | click X Y CX CY W H\n", stderr);
  return 2;
}
