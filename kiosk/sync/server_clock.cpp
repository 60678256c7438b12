#include "kiosk/sync/server_clock.h"

#include <chrono>

namespace ce::sync {

void ServerClock::heard(Instant central_now) {
  std::scoped_lock const lock{mutex_};
  said_ = central_now;
  said_at_ = machine_->tick();
}

Instant ServerClock::now() const {
  std::scoped_lock const lock{mutex_};
  if (!said_) return machine_->now();
  auto const since = std::chrono::duration_cast<std::chrono::milliseconds>(machine_->tick() - said_at_);
  return {said_->ms + since.count()};
}

std::optional<std::chrono::seconds> ServerClock::since_heard() const {
  std::scoped_lock const lock{mutex_};
  if (!said_) return std::nullopt;
  return std::chrono::duration_cast<std::chrono::seconds>(machine_->tick() - said_at_);
}

}  // namespace ce::sync
