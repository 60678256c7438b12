#pragma once

#include <chrono>
#include <functional>
#include <memory>

#include "kiosk/journal/journal.h"
#include "kiosk/ports/central.h"
#include "shared/base/result.h"
#include "shared/log/log.h"
#include "shared/protocol/messages.h"

namespace ce::sync {

/// How often and how much. The pause after a failed attempt doubles from `first_pause` to `longest_pause`,
/// each drawn at random between half of it and all of it, so that a hall of kiosks does not come back at
/// once.
struct Rhythm {
  std::chrono::milliseconds first_pause{1000};
  std::chrono::milliseconds longest_pause{60'000};
  std::chrono::milliseconds health_interval{30'000};
  std::size_t batch = 50;
};

/// Carries the journal's outbox to central, in order, at least once, and reports the kiosk's health.
///
/// One worker thread from start() to stop(); central is used by that thread alone. Everything passed in is
/// borrowed and outlives the courier. The callbacks are called on the worker thread and must not call back
/// into the courier except kick() and report().
class Courier {
 public:
  using HealthSource = std::function<protocol::Health()>;
  using OnlineChanged = std::function<void(bool online)>;

  /// A health report was answered.
  using Heard = std::function<void(protocol::HealthReply const&)>;

  /// `health` fills what the kiosk knows of itself; outbox_pending and prints_unresolved are filled in here.
  Courier(
      journal::Journal& journal, ports::Central& central, log::Logger const& logger, HealthSource health,
      OnlineChanged online_changed, Rhythm rhythm = {}, Heard heard = [](protocol::HealthReply const&) {});
  ~Courier();  // stops

  void start();
  /// Wakes the worker, waits for its present call (bounded by central's time limit), joins it.
  void stop();
  /// Something new is in the outbox, or the network is back: try now. Any thread; never blocks.
  void kick();
  /// The next health report has something new to say: it is due now. Any thread; never blocks.
  void report();
  /// Whether the last call reached central; false before the first. Any thread.
  [[nodiscard]] bool online() const;

 private:
  class Worker;
  std::unique_ptr<Worker> worker_;
};

}  // namespace ce::sync
