#pragma once

#include <functional>

#include "central/rejudging/job.h"
#include "central/rejudging/marks.h"
#include "central/store/store.h"

namespace ce::rejudging {

/// What a jobs::Worker does about the kept standings. One thread; borrows store and clock.
class Rejudging {
 public:
  Rejudging(store::Store& store, Clock const& clock, std::int64_t silence = jobs::usual_silence_ms)
      : store_(store),
        clock_(clock),
        queue_{"rejudging_jobs", "heard_ms", silence},
        marks_(marks_of(store.rules())) {}

  /// Queues the job where the kept standings are of other rules than the store's, and works it off; false
  /// where there is nothing to do here. A failure leaves the job to be taken up again.
  [[nodiscard]] Result<bool> run(std::function<bool()> const& to_end);

 private:
  Result<void> queue_where_due();
  Result<bool> do_some();

  store::Store& store_;
  Clock const& clock_;
  jobs::Queue queue_;
  Marks marks_;
};

}  // namespace ce::rejudging
