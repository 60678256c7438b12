#pragma once

#include <functional>

#include "kiosk/start/backstage.h"
#include "kiosk/start/staff_side.h"

namespace ce::start {

/// What the staff's area needs behind it: a desk with a printer line of its own, on the stores of the
/// backstage. Everything is borrowed and outlives it.
class StaffBacking {
 public:
  /// `wake`: the interface, from any thread. `words`: the language of staff.
  StaffBacking(Before const& before, present::Words const& words, Clock const& machine, Backstage& behind,
               staff_desk::SetUpParts set_up, std::function<std::optional<bool>()> scanner);

  void start() { desk_.start(); }
  [[nodiscard]] StaffSide& side() { return side_; }

 private:
  drivers::IppPrinter printer_;
  printers::OffsetBook offsets_;
  staff_desk::StaffDesk desk_;
  StaffSide side_;
};

}  // namespace ce::start
