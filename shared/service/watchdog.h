#pragma once

#include <atomic>
#include <chrono>
#include <optional>
#include <string_view>
#include <vector>

#include "shared/base/clock.h"
#include "shared/log/log.h"
#include "shared/service/pulse.h"

namespace ce::service {

/// Tells the service manager that the program lives, as long as all of it does: the thread that asks this by
/// asking, others by their pulses. Where one is overdue that is logged once and no more is told, so that the
/// program is started anew (WatchdogSec= of its service). One thread, but for watch().
class Watchdog {
 public:
  struct Member {
    std::string_view name;  // for the log; lives as long as the program
    Pulse const* pulse = nullptr;
    std::chrono::seconds at_most{};  // between two beats: its longest task and some
  };

  /// Borrowed.
  explicit Watchdog(log::Logger const& logger);

  /// Once, from any thread: whom to look after from now on. Borrowed for as long as tell() is called.
  void watch(std::vector<Member> members);
  /// The program serves, or some time has passed.
  void tell(Tick now);
  /// When tell() is wanted at the latest.
  [[nodiscard]] std::optional<Tick> due() const { return due_; }

 private:
  [[nodiscard]] std::optional<Member> overdue(Tick now) const;

  log::Logger const* logger_;
  std::optional<std::chrono::milliseconds> every_;
  std::vector<Member> members_;
  std::atomic<bool> watched_ = false;  // behind it: members_
  bool ready_ = false;
  bool silent_ = false;
  std::optional<Tick> due_;
};

}  // namespace ce::service
