#pragma once

#include <string>
#include <vector>

#include "kiosk/widgets/geometry.h"

namespace ce::widgets {

/// A place that can be pressed, as shown in the last pass; for tests and for the [testing] targets_file.
struct Target {
  std::string id;  // stable: "print", "key_7"
  std::string label;
  Rect box;  // window px
  bool enabled = true;
  enum class Role : unsigned char { key, choice, toggle, hold } role = Role::key;
  bool on = false;  // a choice that is taken, a toggle that is on
  bool operator==(Target const& o) const {
    return id == o.id && label == o.label && enabled == o.enabled && on == o.on && box.x == o.box.x &&
           box.y == o.box.y && box.w == o.box.w && box.h == o.box.h;
  }
};

/// A piece of text as it was drawn; kept only while a test asks for it.
struct Inscription {
  std::string text;
  std::vector<std::u32string> lines;  // as they were set
  Rect used;
  float em = 0;
  bool cut = false;      // ended in an ellipsis
  bool crowded = false;  // did not fit its box even at the least size
  int missing = 0;       // characters that no font has
};

}  // namespace ce::widgets
