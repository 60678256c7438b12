#pragma once

#include "kiosk/staff_desk/staff_desk.h"

namespace ce::staff_desk {

/// The kiosk's health; asks the printer, which may take some seconds. What cannot be found out says so in its
/// own place, so it never fails.
[[nodiscard]] staff_area::Condition look_at(DeskParts const& parts);

}  // namespace ce::staff_desk
