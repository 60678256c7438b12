#pragma once

#include <cstdint>

#include "kiosk/widgets/geometry.h"

namespace ce::widgets {

/// How far what stands still for days is moved, so that no letter burns into the panel: the `step`th of nine
/// places round the middle, 1.2 mm apart, which is more than a stroke is thick. In whole pixels.
[[nodiscard]] Point drift(std::int64_t step, float px_per_mm);

}  // namespace ce::widgets
