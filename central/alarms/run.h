#pragma once

#include <functional>
#include <optional>
#include <set>
#include <string>

#include "central/alarms/alarm.h"
#include "central/alarms/webhook.h"
#include "shared/base/clock.h"

namespace ce::alarms {

/// What a worker of central does over and over: looks at the kiosks every half minute, and delivers what is
/// due. One thread; borrows store and clock.
class Run {
 public:
  /// `webhook`: nothing where alarms are shown alone. `held_up`: kiosks that this process held up lately.
  Run(store::Store& store, Limits const& limits, std::optional<Webhook> webhook, Clock const& clock,
      std::function<std::set<std::string>()> held_up)
      : store_(store),
        limits_(limits),
        webhook_(std::move(webhook)),
        clock_(clock),
        held_up_(std::move(held_up)) {}

  /// True where there may be more to deliver.
  [[nodiscard]] Result<bool> run();

 private:
  store::Store& store_;
  Limits limits_;
  std::optional<Webhook> webhook_;
  Clock const& clock_;
  std::function<std::set<std::string>()> held_up_;
  std::optional<Tick> looked_;
};

}  // namespace ce::alarms
