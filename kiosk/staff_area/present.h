#pragma once

#include <string>

#include "kiosk/present/views.h"
#include "kiosk/present/words.h"
#include "kiosk/session/state.h"
#include "kiosk/staff_area/state.h"
#include "shared/base/clock.h"

namespace ce::staff_area {

/// What the pages show beside the state.
struct Outlook {
  present::FrameView frame;  // of the visitors' home: hall, date, clock, line
  session::Surroundings around;
  Tick tick{};
  bool shut = false;  // the hall is not open at this hour
};

/// The whole of what staff see: pure. Its words stand here, as those of the command line do in kiosk/staff;
/// what a failure is called comes from `words`. Precondition: the area is open.
[[nodiscard]] present::View present(State const& state, Outlook const& outlook, present::Words const& words);

/// A text for staff without the commands of the command line that it names in brackets: the screen has keys
/// for them.
[[nodiscard]] std::string without_commands(std::string text);

}  // namespace ce::staff_area
