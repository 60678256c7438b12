#pragma once

#include <memory>

#include "kiosk/window/raster.h"
#include "shared/base/result.h"

struct GLFWwindow;

namespace ce::window {

/// The picture of an X window, in memory that the X server reads too (MIT-SHM), or that is sent to it where
/// it cannot (a server on another machine, or one that may not see ours). Interface thread only; the window
/// must outlive it.
class XCanvas {
 public:
  /// internal_fault if the window's pixels are not 32 bits of red, green and blue in that order.
  [[nodiscard]] static Result<std::unique_ptr<XCanvas>> open(GLFWwindow* window);
  ~XCanvas();
  XCanvas(XCanvas const&) = delete;
  XCanvas& operator=(XCanvas const&) = delete;

  /// Of that size from now on; what was in it is gone if that is another. internal_fault without memory.
  [[nodiscard]] Result<void> fit(int width, int height);
  [[nodiscard]] Canvas const& canvas() const { return canvas_; }
  /// Shows that part of it. Returns before the server has read it.
  void put(Patch const& patch) const;
  /// Sends what was put.
  void flush() const;

 private:
  struct Side;  // Xlib's names stay in the source file
  explicit XCanvas(std::unique_ptr<Side> side);

  std::unique_ptr<Side> side_;
  Canvas canvas_;
};

}  // namespace ce::window
