#include "kiosk/runner/worker.h"

#include <utility>

namespace ce::runner {

Worker::Worker(std::chrono::milliseconds period, std::function<void()> between)
    : period_(period), between_(std::move(between)) {}

Worker::~Worker() {
  stop();
}

void Worker::start() {
  thread_ = std::jthread([this](std::stop_token const& stop) { run(stop); });
}

void Worker::stop() {
  thread_.request_stop();
  if (thread_.joinable()) thread_.join();
  pulse_.rest();
}

void Worker::give(std::function<void()> task) {
  {
    std::scoped_lock const lock{mutex_};
    tasks_.push_back(std::move(task));
  }
  changed_.notify_one();
}

void Worker::run(std::stop_token const& stop) {
  while (!stop.stop_requested()) {
    beat();
    if (between_) between_();
    std::function<void()> task;
    {
      std::unique_lock lock{mutex_};
      changed_.wait_for(lock, stop, period_, [this] { return !tasks_.empty(); });
      if (stop.stop_requested()) return;
      if (!tasks_.empty()) {
        task = std::move(tasks_.front());
        tasks_.pop_front();
      }
    }
    beat();
    if (task) task();
  }
}

}  // namespace ce::runner
