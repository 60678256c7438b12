#include "central/store/group_commit.h"

#include <algorithm>

namespace ce::store {
namespace {

/// More would make the first of a group wait for long.
constexpr std::size_t most_in_group = 64;

}  // namespace

Result<void> GroupCommit::write(Work const& work) {
  Job job{&work, {}, {}, false, false, {}};
  std::unique_lock lock{mutex_};
  waiting_.push_back(&job);
  if (std::exchange(led_, true)) job.wake.wait(lock, [&] { return job.done || job.leads; });
  if (!job.done) lead(lock);
  lock.unlock();
  if (job.thrown) std::rethrow_exception(job.thrown);
  return job.outcome;
}

// The leader's own job is the first that waits.
void GroupCommit::lead(std::unique_lock<std::mutex>& lock) {
  auto const count = static_cast<std::ptrdiff_t>(std::min(waiting_.size(), most_in_group));
  std::vector<Job*> const group{waiting_.begin(), waiting_.begin() + count};
  waiting_.erase(waiting_.begin(), waiting_.begin() + count);
  lock.unlock();
  run(group);
  lock.lock();
  for (auto* const one : group) {
    one->done = true;
    one->wake.notify_one();  // under the lock: the job goes as soon as its owner has seen this
  }
  led_ = !waiting_.empty();
  if (!led_) return;
  waiting_.front()->leads = true;
  waiting_.front()->wake.notify_one();
}

void GroupCommit::run(std::span<Job* const> group) {
  if (group.size() > 1 && run_together(group)) return;
  // What takes back a whole transaction, a full disk say, need not be the fault of all: each gets its own.
  for (auto* const job : group) run_alone(*job);
}

/// Fails where the transaction as a whole was lost.
Result<void> GroupCommit::run_together(std::span<Job* const> group) {
  CE_TRY(auto transaction, writer_.begin());
  for (auto* const job : group) {
    CE_TRY(auto part, writer_.savepoint());
    run_work(*job);
    if (!writer_.in_transaction()) return Failure{FailureCode::storage_fault, "taken back by SQLite itself"};
    if (job->thrown || !job->outcome) continue;
    CE_CHECK(part.commit());
  }
  return transaction.commit();
}

void GroupCommit::run_alone(Job& job) {
  auto transaction = writer_.begin();
  if (!transaction) {
    job.outcome = transaction.failure();
    return;
  }
  run_work(job);
  if (!job.thrown && job.outcome) job.outcome = transaction->commit();
}

void GroupCommit::run_work(Job& job) {
  job.thrown = nullptr;
  try {
    job.outcome = (*job.work)(writer_);
  } catch (...) {
    job.thrown = std::current_exception();
  }
}

}  // namespace ce::store
