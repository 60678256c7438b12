// Times what happens on an X display by its pixels.
//
//   appear N COMMAND...
//     Starts COMMAND; prints ms until three narrow bands from top to bottom show at least N colours, and the
//     pid. What COMMAND says is added to ./measured.out; whatever was shown before must be gone.
//   press X Y CX CY W H
//     Presses the button at X,Y as a finger does; prints ms until a pixel of the area CX,CY,W,H changes, then
//     lets go.
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

namespace {

using Clock = std::chrono::steady_clock;
constexpr auto patience = std::chrono::seconds{20};

double ms_since(Clock::time_point start) {
  return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

struct Area {
  int x, y;
  unsigned width, height;
};

using Image = std::unique_ptr<XImage, int (*)(XImage*)>;

Image grab(Display* display, Area area) {
  auto const root = DefaultRootWindow(display);
  XImage* image = XGetImage(display, root, area.x, area.y, area.width, area.height, AllPlanes, ZPixmap);
  return {image, [](XImage* grabbed) { return XDestroyImage(grabbed); }};
}

std::string_view bytes(Image const& image) {
  if (!image) return {};
  return {image->data,
          static_cast<std::size_t>(image->bytes_per_line) * static_cast<std::size_t>(image->height)};
}

void add_colours(Display* display, Area area, std::set<unsigned long>& found) {
  auto const image = grab(display, area);
  if (!image) return;
  for (unsigned y = 0; y < area.height; ++y) {
    for (unsigned x = 0; x < area.width; ++x) {
      found.insert(XGetPixel(image.get(), static_cast<int>(x), static_cast<int>(y)));
    }
  }
}

int appear(Display* display, std::size_t colours, char** command) {
  auto const width = static_cast<unsigned>(DisplayWidth(display, 0));
  auto const height = static_cast<unsigned>(DisplayHeight(display, 0));
  // Bands: the whole screen asked for every millisecond would keep the X server from showing anything.
  auto const colours_shown = [&] {
    std::set<unsigned long> seen;
    for (unsigned quarter = 1; quarter <= 3; ++quarter) {
      add_colours(display, {static_cast<int>(width * quarter / 4), 0, 4, height}, seen);
    }
    return seen.size();
  };
  if (colours_shown() >= colours) {
    std::fputs("something is shown already\n", stderr);
    return 1;
  }
  auto const start = Clock::now();
  pid_t const child = fork();
  if (child == 0) {
    // Whoever reads our answer must not wait for the program's end as well.
    auto const* const words_kept = "measured.out";
    if (std::freopen(words_kept, "a", stdout) == nullptr ||
        std::freopen(words_kept, "a", stderr) == nullptr) {
      _exit(126);
    }
    execvp(command[0], command);
    _exit(127);
  }
  while (Clock::now() - start < patience) {
    if (colours_shown() >= colours) {
      std::printf("%.1f %d\n", ms_since(start), child);
      return 0;
    }
    std::this_thread::sleep_for(std::chrono::milliseconds{1});
  }
  std::fputs("nothing appeared\n", stderr);
  return 1;
}

int press(Display* display, int x, int y, Area area) {
  // The pointer comes first: what it alone changes (a hover) is no answer to the press.
  XTestFakeMotionEvent(display, 0, x, y, CurrentTime);
  XSync(display, False);
  std::this_thread::sleep_for(std::chrono::milliseconds{300});
  auto const before = grab(display, area);
  double took = -1;
  auto const start = Clock::now();
  XTestFakeButtonEvent(display, 1, True, CurrentTime);
  XFlush(display);
  while (took < 0 && Clock::now() - start < patience) {
    auto const now = grab(display, area);
    if (bytes(now) != bytes(before)) {
      took = ms_since(start);
    } else {
      std::this_thread::sleep_for(std::chrono::microseconds{200});
    }
  }
  XTestFakeButtonEvent(display, 1, False, CurrentTime);
  XSync(display, False);
  if (took < 0) {
    std::fputs("no pixel changed\n", stderr);
    return 1;
  }
  std::printf("%.2f\n", took);
  return 0;
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
  if (words.size() == 8 && std::string_view{words[1]} == "press") {
    Area const area{number(4), number(5), static_cast<unsigned>(number(6)), static_cast<unsigned>(number(7))};
    return press(display.get(), number(2), number(3), area);
  }
  std::fputs("usage: ce-pixel-watch appear N COMMAND... | press X Y CX CY W H\n", stderr);
  return 2;
}
