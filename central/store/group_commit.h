#pragma once

#include <condition_variable>
#include <deque>
#include <exception>
#include <mutex>
#include <span>
#include <vector>

#include "central/store/backend.h"

namespace ce::store {

/// Lets the writes of many threads share transactions of one SQLite connection, and so its fsyncs: while one
/// group is pressed to the disk the next one gathers. Whoever comes first runs the group's work, everybody's,
/// in its own thread, each within a savepoint, so that one that fails is taken back alone. Private to this
/// room; any thread.
class GroupCommit {
 public:
  explicit GroupCommit(storage::Database writer) : writer_(std::move(writer)) {}

  /// Returns once this work's transaction was committed, or its failure. What the work throws is thrown here.
  Result<void> write(Work const& work);

 private:
  struct Job {
    Work const* work;
    Result<void> outcome;
    std::exception_ptr thrown;
    bool done = false;
    bool leads = false;
    std::condition_variable wake;
  };

  void lead(std::unique_lock<std::mutex>& lock);
  void run(std::span<Job* const> group);
  Result<void> run_together(std::span<Job* const> group);
  void run_alone(Job& job);
  void run_work(Job& job);

  std::mutex mutex_;
  std::deque<Job*> waiting_;
  bool led_ = false;
  storage::Database writer_;  // the leader's
};

}  // namespace ce::store
