#pragma once

#include <functional>
#include <thread>

namespace ce::start {

/// Keeps SIGTERM and SIGINT from this thread and all that it starts from now on, and ignores SIGPIPE.
/// First thing in main().
void hold_stop_signals();

/// Calls `stop`, once, on a thread of its own when the program is asked to stop.
class StopWatch {
 public:
  explicit StopWatch(std::function<void()> stop);

 private:
  std::jthread thread_;
};

}  // namespace ce::start
