#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
#include <string>
#include <thread>

#include "shared/base/result.h"
#include "shared/log/log.h"

namespace ce::jobs {

/// Works off one job if there is any; false when there was none. Looks at `to_end` now and then and gives the
/// job back when it is true.
using WorkOff = std::function<Result<bool>(std::function<bool()> const& to_end)>;

/// A thread that works off jobs of one kind until it ends.
class Worker {
 public:
  /// `route` is what its failures are logged under; borrows the log.
  Worker(std::string route, WorkOff work_off, log::Logger const& log);
  Worker(Worker const&) = delete;
  Worker& operator=(Worker const&) = delete;
  /// Has the job at hand given back (it is taken up again by the next start), then ends the thread.
  ~Worker();

  /// There is a new job; else it looks every few seconds. Any thread.
  void wake();

 private:
  void run();
  [[nodiscard]] bool ending() const;

  std::string route_;
  WorkOff work_off_;
  log::Logger const& log_;
  mutable std::mutex mutex_;
  std::condition_variable woken_;
  bool new_job_ = false;
  bool ending_ = false;
  std::thread thread_;
};

}  // namespace ce::jobs
