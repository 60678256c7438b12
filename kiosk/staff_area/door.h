#pragma once

#include <optional>

#include "shared/base/clock.h"

namespace ce::staff_area {

/// The hidden way in: a finger held in the upper left corner for three seconds, then one touch of the upper
/// right corner within five. Nothing on the screen tells of it, and a hand that leans on the glass, wipes it
/// or plays with it does not come upon it. Fed with every change of the finger; one thread.
class Door {
 public:
  /// `x`, `y` in millimetres from the upper left corner of a screen `width` millimetres wide. True once, when
  /// the touch that opens it is lifted.
  bool finger(float x, float y, float width, bool down, Tick now);

  static constexpr float corner_mm = 25;
  static constexpr std::chrono::milliseconds hold{3000};
  static constexpr std::chrono::milliseconds then_within{5000};

 private:
  bool down_ = false;
  bool on_left_ = false;   // the finger came down in the left corner and has not left it
  bool on_right_ = false;  // likewise
  Tick since_{};
  std::optional<Tick> held_at_;  // when a hold of three seconds ended
};

}  // namespace ce::staff_area
