#pragma once

#include <atomic>
#include <optional>

#include "shared/base/clock.h"

namespace ce::service {

/// A thread's sign of life. It beats each time it gets round; anybody may look when it last did.
class Pulse {
 public:
  /// Its own thread.
  void beat(Tick now = Tick::clock::now()) { last_ = now.time_since_epoch().count(); }
  /// Its thread has ended: no beat comes until it is started again.
  void rest() { last_ = 0; }
  /// Nothing before the first beat and at rest.
  [[nodiscard]] std::optional<Tick> last() const {
    auto const at = last_.load();
    return at == 0 ? std::nullopt : std::optional{Tick{Tick::duration{at}}};
  }

 private:
  std::atomic<Tick::rep> last_{0};
};

}  // namespace ce::service
