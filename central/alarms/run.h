#pragma once

#include <functional>
#include <optional>

#include "central/alarms/alarm.h"
#include "central/alarms/webhook.h"
#include "shared/base/clock.h"

namespace ce::alarms {

/// What a worker of central does over and over: looks at the kiosks every half minute, and delivers what is
/// due. One thread; borrows store and clock.
class Run {
 public:
  /// `webhook`: nothing where alarms are shown alone. `noticed`: of this process.
  Run(store::Store& store, Limits const& limits, std::optional<Webhook> webhook, Clock const& clock,
      std::function<Noticed()> noticed)
      : store_(store),
        limits_(limits),
        webhook_(std::move(webhook)),
        clock_(clock),
        noticed_(std::move(noticed)) {}

  /// True where there may be more to deliver.
  [[nodiscard]] Result<bool> run();

 private:
  store::Store& store_;
  Limits limits_;
  std::optional<Webhook> webhook_;
  Clock const& clock_;
  std::function<Noticed()> noticed_;
  std::optional<Tick> looked_;
};

}  // namespace ce::alarms
