#pragma once

#include <functional>
#include <thread>

namespace ce::start {

/// Calls `stop`, once, on a thread of its own when the program is asked to stop. hold_stop_signals()
/// (shared/service) comes first.
class StopWatch {
 public:
  explicit StopWatch(std::function<void()> stop);

 private:
  std::jthread thread_;
};

}  // namespace ce::start
