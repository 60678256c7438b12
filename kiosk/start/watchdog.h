#pragma once

#include <atomic>
#include <chrono>
#include <optional>
#include <string_view>
#include <vector>

#include "kiosk/runner/pulse.h"
#include "shared/log/log.h"

namespace ce::start {

/// Tells the service manager that the kiosk lives, as long as all of it does: the interface thread by asking,
/// the workers by their pulses. Where one is overdue that is logged once and no more is told, so that the
/// kiosk is started anew (WatchdogSec= of ce-kiosk.service). Interface thread, but for watch().
class Watchdog {
 public:
  struct Member {
    std::string_view name;  // for the log; lives as long as the program
    runner::Pulse const* pulse = nullptr;
    std::chrono::seconds at_most{};  // between two beats: its longest task and some
  };

  /// Borrowed.
  explicit Watchdog(log::Logger const& logger);

  /// Once, from any thread: whom to look after from now on. Borrowed for as long as tell() is called.
  void watch(std::vector<Member> members);
  /// The first picture is on the screen, or some time has passed.
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

}  // namespace ce::start
