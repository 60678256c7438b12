#pragma once

#include <exception>
#include <span>

#include "central/store/backend.h"
#include "central/store/gathering.h"

namespace ce::store {

/// Lets the writes of many threads share transactions of one SQLite connection, and so its fsyncs: while one
/// group is pressed to the disk the next one gathers. Whoever comes first runs the group's work, everybody's,
/// in its own thread. Where one fails all run again, each within a savepoint, so that it is taken back alone.
/// Private to this room; any thread.
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
  };

  void run(std::span<Job* const> group);
  Result<void> run_as_one(std::span<Job* const> group);
  Result<void> run_together(std::span<Job* const> group);
  void run_alone(Job& job);
  void run_work(Job& job);

  static constexpr std::size_t most_in_group = 64;
  Gathering<Job> gathering_{most_in_group, 1};
  storage::Database writer_;  // the leader's
};

}  // namespace ce::store
