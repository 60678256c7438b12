#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <utility>

#include "shared/base/clock.h"
#include "shared/base/result.h"

namespace ce::jobs {

/// Does something once an hour, over and over until nothing is left to do: what a Worker that keeps house
/// does. By the clock that never jumps: a machine whose date was years ahead for a day, and is right again,
/// keeps house in the next hour and not in years. One thread.
class Hourly {
 public:
  /// `work` gives whether there may be more. Borrows the clock.
  Hourly(Clock const& clock, std::function<Result<bool>(Instant)> work)
      : clock_(clock), work_(std::move(work)) {}

  /// True where there may be more. What fails is tried again at the next call.
  [[nodiscard]] Result<bool> run() {
    auto const tick = clock_.tick();
    if (next_ && tick < *next_) return false;
    CE_TRY(bool const more, work_(clock_.now()));
    if (!more) next_ = tick + std::chrono::hours{1};
    return more;
  }

 private:
  Clock const& clock_;
  std::function<Result<bool>(Instant)> work_;
  std::optional<Tick> next_;
};

}  // namespace ce::jobs
