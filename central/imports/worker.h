#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

#include "central/imports/imports.h"
#include "shared/base/clock.h"
#include "shared/log/log.h"

namespace ce::imports {

/// A job whose process has said nothing for so long is taken up by another one.
inline constexpr std::int64_t silence_ms = 120'000;

/// Works off one job if there is any; false when there was none. What a process that died left half done is
/// done again: rows that it had registered are not registered twice.
[[nodiscard]] Result<bool> work_off_one(Desk const& desk, Clock const& clock,
                                        std::function<bool()> const& to_end);

/// A thread that works off jobs until it ends. Borrows all it is given.
class Worker {
 public:
  Worker(Desk desk, Clock const& clock, log::Logger const& log);
  Worker(Worker const&) = delete;
  Worker& operator=(Worker const&) = delete;
  /// Ends the import at hand at its next row (the job is taken up again by the next start), then the thread.
  ~Worker();

  /// There is a new job; else it looks every few seconds.
  void wake();

 private:
  void run();
  [[nodiscard]] bool ending() const;

  Desk desk_;
  Clock const& clock_;
  log::Logger const& log_;
  mutable std::mutex mutex_;
  std::condition_variable woken_;
  bool new_job_ = false;
  bool ending_ = false;
  std::thread thread_;
};

}  // namespace ce::imports
