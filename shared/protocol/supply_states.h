#pragma once

#include "shared/protocol/messages.h"

namespace ce::protocol {

enum class SupplyState { enough, low, out };

/// What a kiosk uses up. Whoever tells of it (the console, an alarm) asks here, so that all say the same.
struct SupplyStates {
  SupplyState toner = SupplyState::enough;
  SupplyState paper = SupplyState::enough;   // in the printer's tray
  SupplyState blanks = SupplyState::enough;  // numbered certificate paper
};

/// By a kiosk's last heartbeat: out is what holds its printer up, which a level beside it never contradicts;
/// low prints on. What nothing is told of counts as enough. Pure.
[[nodiscard]] SupplyStates supply_states(Health const& health);

}  // namespace ce::protocol
