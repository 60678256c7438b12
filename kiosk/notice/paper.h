#pragma once

#include <X11/Xft/Xft.h>
#include <X11/Xlib.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/result.h"

namespace ce::notice {

struct Ink {
  unsigned short red = 0;  // 16 bits each, as X counts
  unsigned short green = 0;
  unsigned short blue = 0;
};

struct Box {
  int x = 0;
  int y = 0;
  int width = 0;
  int height = 0;
};

/// The whole screen as one window, drawn by the X server: no graphics card, no shaders, no font of ours. One
/// thread.
class Paper {
 public:
  /// Fails with internal_fault where there is no display.
  static Result<Paper> open();
  Paper(Paper&& other) noexcept;
  Paper& operator=(Paper&&) = delete;
  ~Paper();

  [[nodiscard]] int width() const { return width_; }
  [[nodiscard]] int height() const { return height_; }
  void clear(Ink ink);
  void fill(Box box, Ink ink);
  /// `text` broken into lines of at most `width` pixels, wherever a character ends; letters of that height.
  [[nodiscard]] std::vector<std::string> broken(std::string_view text, int size, int width);
  /// With its top at `y`; centred on the screen, or from `x` on where that is given.
  void write(std::string_view line, int size, int y, Ink ink, int x = -1);
  void show();
  /// Where the screen was pressed, or that it is to be drawn anew; waits for `milliseconds` at most.
  struct Event {
    bool exposed = false;
    bool pressed = false;
    int x = 0;
    int y = 0;
  };
  [[nodiscard]] Event wait(int milliseconds);

 private:
  explicit Paper(Display* display);
  XftFont* font(int size);
  [[nodiscard]] int width_of(std::string_view text, XftFont& font) const;

  Display* display_;
  Window window_ = 0;
  XftDraw* draw_ = nullptr;
  int width_ = 0;
  int height_ = 0;
  std::vector<std::pair<int, XftFont*>> fonts_;
};

}  // namespace ce::notice
