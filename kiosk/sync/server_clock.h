#pragma once

#include <chrono>
#include <mutex>
#include <optional>

#include "shared/base/clock.h"

namespace ce::sync {

/// Central's time as this kiosk knows it: what a heartbeat said, and the monotonic clock since. Until the
/// first one this machine's own clock, which in halls has been seen a day off. Grants are judged and prints
/// are dated by it. Any thread; the machine's clock is borrowed.
class ServerClock final : public Clock {
 public:
  explicit ServerClock(Clock const& machine) : machine_(&machine) {}

  void heard(Instant central_now);
  /// Since central last said its time; nothing before it did.
  [[nodiscard]] std::optional<std::chrono::seconds> since_heard() const;
  [[nodiscard]] Instant now() const override;
  [[nodiscard]] Tick tick() const override { return machine_->tick(); }

 private:
  Clock const* machine_;
  mutable std::mutex mutex_;
  std::optional<Instant> said_;
  Tick said_at_{};
};

}  // namespace ce::sync
