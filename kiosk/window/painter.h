#pragma once

#include <vector>

#include "kiosk/widgets/color.h"
#include "kiosk/window/damage.h"

struct ImDrawData;

namespace ce::window {

/// Who draws pictures into the window and shows them. Interface thread only.
class Painter {
 public:
  Painter() = default;
  Painter(Painter const&) = delete;
  Painter& operator=(Painter const&) = delete;
  virtual ~Painter() = default;

  /// Once before each ImGui frame.
  virtual void begin() {}
  /// OpenGL's name of the glyphs' texture; 0 without.
  [[nodiscard]] virtual unsigned texture() const { return 0; }
  /// Draws `picture` over `background` and shows it: at least those parts that lie in the patches, for
  /// elsewhere it is as the last one was.
  virtual void show(ImDrawData const& picture, std::vector<Patch> const& patches,
                    widgets::Color background) = 0;
};

}  // namespace ce::window
