#pragma once

#include <array>
#include <string>

namespace ce::window {

/// What a headset's keypad sends, as GLFW names it; 0: no such key.
using StepKeys = std::array<int, 4>;

/// GLFW's key of that name ("F13", "Right", "PageUp"); 0 where no keypad may send it: letters, digits and
/// Enter belong to scanners.
[[nodiscard]] int key_named(std::string const& name);

/// One of them went down or up.
struct KeyStroke {
  std::size_t which = 0;
  bool down = false;
};

}  // namespace ce::window
