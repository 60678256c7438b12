#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace ce::http {

/// A fixed number of threads and a bounded queue in front of them: under overload work is turned away at
/// once (503) instead of piling up. Any thread may offer; destruction finishes what was taken.
class Pool {
 public:
  Pool(std::size_t threads, std::size_t most_waiting);
  Pool(Pool const&) = delete;
  Pool& operator=(Pool const&) = delete;
  ~Pool();

  /// False when the queue is full.
  [[nodiscard]] bool offer(std::function<void()> work);

 private:
  void run();

  std::size_t most_waiting_;
  std::mutex mutex_;
  std::condition_variable more_;
  std::deque<std::function<void()>> waiting_;
  bool stopping_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace ce::http
