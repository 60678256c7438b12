#pragma once

#include "central/alarms/alarm.h"

namespace ce::alarms {

/// Looks at all kiosks, begins and ends alarms, and lays down what is to be delivered where `deliver`. Run by
/// every process: an alarm is begun once.
[[nodiscard]] Result<void> watch(store::Store& store, Limits const& limits, Noticed const& noticed,
                                 bool deliver, Instant now);

}  // namespace ce::alarms
