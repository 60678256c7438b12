#pragma once

#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

#include "central/store/backend.h"

namespace ce::store {

/// Tells how old the state is that a standby shows, without anybody's clock but this process's own: a row of
/// its own is counted up on the primary four times a second, and when each number was begun is remembered. A
/// state that shows a number holds everything that anybody was told was kept before that number was begun.
/// Private to this room; any thread.
class Pulse {
 public:
  /// `write` runs work on the primary; it is called in a thread of this object's own until the object ends.
  explicit Pulse(std::function<Result<void>(Work const&)> write);
  Pulse(Pulse const&) = delete;
  Pulse& operator=(Pulse const&) = delete;
  ~Pulse();

  /// At most how old the state is that the open transaction sees; nothing where that cannot be told: longer
  /// than ten seconds, or it has never seen this process.
  [[nodiscard]] Result<std::optional<std::chrono::milliseconds>> age(storage::Database& database) const;

 private:
  using Moment = std::chrono::steady_clock::time_point;
  struct Beat {
    std::int64_t number;
    Moment begun;
  };
  void run();
  void beat(std::int64_t number);

  std::function<Result<void>(Work const&)> write_;
  std::string process_;
  mutable std::mutex mutex_;
  std::condition_variable ended_;
  bool ending_ = false;
  std::deque<Beat> kept_;  // the last ten seconds'
  std::thread thread_;
};

/// Deletes the rows of processes that have not been heard of for a day.
[[nodiscard]] Result<void> drop_old_pulses(storage::Database& database);

}  // namespace ce::store
