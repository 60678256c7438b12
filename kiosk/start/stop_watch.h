#pragma once

#include <functional>
#include <thread>

namespace ce::start {

/// Calls `stop`, once, on a thread of its own when the program is asked to stop (shared/service/stop_signals.h, which
/// holds the signals first).
class StopWatch {
 public:
  explicit StopWatch(std::function<void()> stop);

 private:
  std::jthread thread_;
};

}  // namespace ce::start
