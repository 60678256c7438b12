#include "central/store/group_commit.h"

namespace ce::store {

Result<void> GroupCommit::write(Work const& work) {
  Job job{&work, {}, {}};
  gathering_.join(
      job, [this](std::span<Job* const> group) { run(group); },
      [](std::span<Job* const> /*group*/, Job const& /*one*/) { return true; });
  if (job.thrown) std::rethrow_exception(job.thrown);
  return job.outcome;
}

void GroupCommit::run(std::span<Job* const> group) {
  if (group.size() > 1 && (run_as_one(group) || run_together(group))) return;
  // What takes back a whole transaction, a full disk say, need not be the fault of all: each gets its own.
  for (auto* const job : group) run_alone(*job);
}

/// Fails where one of them did: what it wrote is taken back with all the rest. A savepoint for each would
/// keep every page as it was before, a fifth of what a batch costs the writer.
Result<void> GroupCommit::run_as_one(std::span<Job* const> group) {
  CE_TRY(auto transaction, writer_.begin());
  for (auto* const job : group) {
    run_work(*job);
    if (job->thrown) return Failure{FailureCode::storage_fault, "thrown"};
    CE_CHECK(job->outcome);
  }
  return transaction.commit();
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
