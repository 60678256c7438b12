#pragma once

#include <cstdint>

namespace ce::session {

/// What a key of the staff's screens means; kiosk/staff_area says what comes of it.
enum class StaffKey : std::uint8_t {
  letter,  // `character` was typed
  erase,
  clear,
  confirm,
  choose,  // option `number` of this page
  turn,    // pages on by `number`
  open,    // page `number` of the staff's home (staff_area::Place)
  back,
  leave,
};

/// A key of the staff's screens was pressed. No matter of the visit: the interface hands it to the staff's
/// area.
struct StaffTouch {
  StaffKey key = StaffKey::choose;
  int number = 0;
  char character = '0';
  bool operator==(StaffTouch const&) const = default;
};

}  // namespace ce::session
