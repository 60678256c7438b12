#pragma once

#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

#include "shared/service/pulse.h"

namespace ce::runner {

/// One thread that does tasks in the order given, and `between` whenever it has nothing to do for `period`.
/// Tasks not begun when it ends are dropped; ending waits for the task under way.
class Worker {
 public:
  Worker(std::chrono::milliseconds period, std::function<void()> between);
  ~Worker();
  Worker(Worker const&) = delete;
  Worker& operator=(Worker const&) = delete;

  void start();
  void stop();
  /// Any thread; never waits.
  void give(std::function<void()> task);
  /// Beats before each task and each `between`; a long task beats by itself.
  [[nodiscard]] service::Pulse const& pulse() const { return pulse_; }
  void beat() { pulse_.beat(); }
  /// Whether stop() was called: long tasks look now and then. Any thread.
  [[nodiscard]] bool stopping() const { return thread_.get_stop_token().stop_requested(); }

 private:
  void run(std::stop_token const& stop);

  std::chrono::milliseconds period_;
  std::function<void()> between_;
  std::mutex mutex_;
  std::condition_variable_any changed_;
  std::deque<std::function<void()>> tasks_;
  service::Pulse pulse_;
  std::jthread thread_;
};

}  // namespace ce::runner
