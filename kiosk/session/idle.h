#pragma once

#include "kiosk/session/state.h"

namespace ce::session {

/// When the countdown begins, when the visit is wiped: elder mode's longer times included.
struct IdleTimes {
  Tick warn{};
  Tick wipe{};
};

/// Nothing on screens that the idle time does not end: home, printing while paper moves, taking the card.
[[nodiscard]] std::optional<IdleTimes> idle_times(State const& state);

}  // namespace ce::session
