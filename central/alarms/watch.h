#pragma once

#include <set>
#include <string>

#include "central/alarms/alarm.h"

namespace ce::alarms {

/// Looks at all kiosks, begins and ends alarms, and lays down what is to be delivered where `deliver`. Run by
/// every process: an alarm is begun once. `held_up`: kiosks that this process has held up lately.
[[nodiscard]] Result<void> watch(store::Store& store, Limits const& limits,
                                 std::set<std::string> const& held_up, bool deliver, Instant now);

}  // namespace ce::alarms
