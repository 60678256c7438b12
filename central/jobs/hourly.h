#pragma once

#include <functional>
#include <utility>

#include "shared/base/clock.h"
#include "shared/base/result.h"

namespace ce::jobs {

/// Does something once an hour, over and over until nothing is left to do: what a Worker that keeps house
/// does. One thread.
class Hourly {
 public:
  /// `work` gives whether there may be more. Borrows the clock.
  Hourly(Clock const& clock, std::function<Result<bool>(Instant)> work)
      : clock_(clock), work_(std::move(work)) {}

  /// True where there may be more. What fails is tried again at the next call.
  [[nodiscard]] Result<bool> run() {
    auto const now = clock_.now();
    if (now.ms < next_.ms) return false;
    CE_TRY(bool const more, work_(now));
    if (!more) next_ = Instant{now.ms + 3'600'000};
    return more;
  }

 private:
  Clock const& clock_;
  std::function<Result<bool>(Instant)> work_;
  Instant next_{};
};

}  // namespace ce::jobs
