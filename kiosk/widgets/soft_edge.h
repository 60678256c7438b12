#pragma once

#include <vector>

namespace ce::widgets {

/// Coverage of the corner of a blurred rectangle, `reach` x `reach`: nothing at the upper left, full at the
/// lower right, the rectangle's true corner in the middle.
[[nodiscard]] std::vector<unsigned char> soft_corner(int reach);

}  // namespace ce::widgets
