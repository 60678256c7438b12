#include "central/batches/work_off.h"

#include <algorithm>
#include <array>

namespace ce::batches {
namespace {

constexpr std::int64_t between_words_ms = 500;  // progress is a write of its own

constexpr auto refusals_of_issuing =
    std::to_array<FailureCode>({FailureCode::issuing_refused, FailureCode::input_invalid,
                                FailureCode::year_without_pack, FailureCode::number_exhausted});

Result<std::optional<Job>> take_next(store::Store& store, Clock const& clock, std::int64_t silence) {
  std::optional<Job> job;
  CE_TRY(auto const id, jobs::take_up(store, {"issuing_jobs", "heard_ms", silence}, clock.now()));
  if (!id) return job;
  auto const done = store.read([&](storage::Database& database) -> Result<void> {
    CE_TRY(job, read_job(database, *id));
    return {};
  });
  if (!done) return done.failure();
  return job;
}

/// Tells how far a job is, over all the runs that it took.
class Told {
 public:
  Told(store::Store& store, Clock const& clock, Job& job) : store_(store), clock_(clock), job_(job) {}

  void operator()(std::int64_t done, std::int64_t total) {
    if (first_) before_ = std::max<std::int64_t>(job_.total - total, 0);
    first_ = false;
    job_.done = before_ + done;
    job_.total = std::max(job_.total, before_ + total);
    auto const now = clock_.now();
    if (job_.heard && now.ms - job_.heard->ms < between_words_ms) return;
    job_.heard = now;
    // Best effort: a progress that cannot be told stops nothing.
    static_cast<void>(store_.write([&](storage::Database& database) { return update_job(database, job_); }));
  }

 private:
  store::Store& store_;
  Clock const& clock_;
  Job& job_;
  bool first_ = true;
  std::int64_t before_ = 0;  // looked at by runs before this one
};

void conclude(Job& job, Result<issuing::BatchReport> const& report, Instant now) {
  job.ended = now;
  if (report) {
    job.state = JobState::done;
    job.issued = report->issued;
    job.refused = static_cast<std::int64_t>(report->refused.size());
    job.done = job.total = std::max(job.total, job.done);
    return;
  }
  auto ending = jobs::ending_of(report.failure(), refusals_of_issuing);
  job.state = ending.state;
  job.said = std::move(ending.said);
}

}  // namespace

Result<bool> work_off_one(store::Store& store, Clock const& clock, std::function<bool()> const& to_end,
                          std::int64_t silence) {
  CE_TRY(auto taken, take_next(store, clock, silence));
  if (!taken) return false;
  auto& job = *taken;
  CE_TRY(auto id, EntryId::parse(job.id));
  Told told{store, clock, job};
  bool broken_off = false;
  auto const report = issuing::issue_batch(
      store, job.actor, {.id = std::move(id), .year = job.year, .day = job.day, .people = {}}, clock.now(),
      [&](std::int64_t done, std::int64_t total) {
        told(done, total);
        broken_off = to_end();
        return !broken_off;
      });
  bool const without_store = !report && jobs::waits_for_store(report.failure());
  if ((broken_off && report) || without_store) {
    job.state = JobState::waiting;  // for the next start, or another process
  } else {
    conclude(job, report, clock.now());
  }
  auto const kept = store.write([&](storage::Database& database) -> Result<void> {
    CE_CHECK(update_job(database, job));
    return report ? put_refusals(database, job.id, report->refused) : Result<void>{};
  });
  if (!kept) return kept.failure();
  if (job.state == JobState::failed || without_store) return report.failure();
  return true;
}

}  // namespace ce::batches
