#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <mutex>
#include <optional>
#include <string>

#include "shared/base/clock.h"
#include "shared/log/log.h"

namespace ce::sync {

/// This start of the machine, and how long ago it was: CLOCK_BOOTTIME, which nobody can set.
struct SinceBoot {
  std::string boot;
  std::chrono::milliseconds up{0};
};
[[nodiscard]] SinceBoot since_boot();

/// Central's time as this kiosk knows it: what a heartbeat said, and the monotonic clock since. It is kept in
/// a file with the start of the machine, so that a process that begins anew without network goes on by it.
/// After another start of the machine its own clock, which in halls has been seen a day off, counts until
/// central was heard, but never as earlier than what central said before. Grants are judged and prints are
/// dated by it. Any thread; the machine's clock is borrowed.
class ServerClock final : public Clock {
 public:
  explicit ServerClock(Clock const& machine, std::function<SinceBoot()> since = since_boot)
      : machine_(&machine), since_(std::move(since)), confirmed_(*this) {}
  ServerClock(ServerClock const&) = delete;
  ServerClock& operator=(ServerClock const&) = delete;

  /// Goes on from what `file` holds, and keeps there what is heard from now on. A file that is missing or
  /// cannot be read holds nothing. Trouble with writing goes to `logger`, which is borrowed.
  void keep_in(std::filesystem::path file, log::Logger const& logger);

  void heard(Instant central_now);
  /// Since central last said its time to this process; nothing before it did.
  [[nodiscard]] std::optional<std::chrono::seconds> since_heard() const;
  [[nodiscard]] Instant now() const override;
  [[nodiscard]] Tick tick() const override { return machine_->tick(); }

  /// Whether central's time is known in this start of the machine.
  [[nodiscard]] bool is_confirmed() const;
  /// By this one things are erased for their age: where central's time is not known in this start of the
  /// machine, what it said last and the monotonic clock since; that may be behind what is true and never
  /// ahead of it, as a machine's clock may be by years. The machine's own only where central never said
  /// anything. Lives as long as this.
  [[nodiscard]] Clock const& confirmed() const { return confirmed_; }

 private:
  class Confirmed final : public Clock {
   public:
    explicit Confirmed(ServerClock const& whole) : whole_(&whole) {}
    [[nodiscard]] Instant now() const override;
    [[nodiscard]] Tick tick() const override { return whole_->tick(); }

   private:
    ServerClock const* whole_;
  };
  [[nodiscard]] Instant by_central() const;
  void keep(Instant central_now);

  Clock const* machine_;
  std::function<SinceBoot()> since_;
  mutable std::mutex mutex_;
  std::optional<Instant> said_;  // in this start of the machine
  Tick said_at_{};
  Instant newest_;    // that was known before it
  Tick newest_at_{};  // when it was read
  bool heard_ = false;
  std::mutex keeping_;  // of what follows
  std::filesystem::path file_;
  log::Logger const* logger_ = nullptr;
  std::optional<std::chrono::milliseconds>
      kept_offset_;  // central's time less CLOCK_BOOTTIME, as it was kept
  Tick kept_at_{};
  Confirmed confirmed_;
};

}  // namespace ce::sync
