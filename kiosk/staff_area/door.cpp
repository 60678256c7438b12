#include "kiosk/staff_area/door.h"

namespace ce::staff_area {

bool Door::finger(float x, float y, float width, bool down, Tick now) {
  bool const left = x >= 0 && x < corner_mm && y >= 0 && y < corner_mm;
  bool const right = x >= width - corner_mm && y >= 0 && y < corner_mm;
  if (down && !down_) {
    on_left_ = left;
    on_right_ = right;
    since_ = now;
    bool const in_time = held_at_ && now - *held_at_ <= then_within;
    // Any other touch, or one too late, and it begins anew.
    if (!right || !in_time) held_at_.reset();
  } else if (down) {
    on_left_ = on_left_ && left;
    on_right_ = on_right_ && right;
  }
  bool open = false;
  if (!down && down_) {
    if (on_left_ && left && now - since_ >= hold) {
      held_at_ = now;
    } else {
      open = on_right_ && right && held_at_.has_value();
      held_at_.reset();
    }
    on_left_ = on_right_ = false;
  }
  down_ = down;
  return open;
}

}  // namespace ce::staff_area
