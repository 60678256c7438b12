#include "central/register_jobs/work_off.h"

#include <algorithm>
#include <array>

namespace ce::register_jobs {
namespace {

constexpr std::int64_t ms_between_words = 500;  // progress is a write of its own

Result<std::optional<Job>> take_next(Desk const& desk, Clock const& clock, std::int64_t silence) {
  std::optional<Job> job;
  CE_TRY(auto const id, jobs::take_up(desk.store, {"register_jobs", "heard_ms", silence}, clock.now()));
  if (!id) return job;
  CE_CHECK(desk.store.read([&](storage::Database& database) -> Result<void> {
    CE_TRY(job, read_job(database, *id));
    return {};
  }));
  return job;
}

Result<void> keep(Desk const& desk, Job const& job) {
  return desk.store.write([&](storage::Database& database) { return update_job(database, job); });
}

void tell(Desk const& desk, Clock const& clock, Job& job, std::int64_t lines) {
  job.done = lines;
  job.total = std::max(job.total, lines);
  auto const now = clock.now();
  if (job.heard && now.ms - job.heard->ms < ms_between_words) return;
  job.heard = now;
  static_cast<void>(keep(desk, job));  // best effort: a progress that cannot be told stops nothing
}

}  // namespace

Result<bool> work_off_one(Desk const& desk, Clock const& clock, std::function<bool()> const& to_end,
                          std::int64_t silence) {
  CE_TRY(auto taken, take_next(desk, clock, silence));
  if (!taken) return false;
  auto& job = *taken;
  if (auto const counted = registers::count_lines(desk.store, job.asked.filter)) job.total = *counted;
  bool broken_off = false;
  auto const written = write_file(desk, job.asked, clock.now(), place_of(desk, job), [&](std::int64_t lines) {
    tell(desk, clock, job, lines);
    broken_off = to_end();
    return !broken_off;
  });
  bool const without_store = !written && jobs::waits_for_store(written.failure());
  if (broken_off || without_store) {
    CE_CHECK(jobs::give_back(desk.store, {"register_jobs", "heard_ms", silence}, job.id));
    if (without_store) return written.failure();  // so that it is not taken up in the same breath
    return true;
  }
  if (written) {
    job.state = jobs::State::done;
    job.done = job.total;
  } else {
    auto ending = jobs::ending_of(written.failure(), std::array{FailureCode::input_invalid});
    job.state = ending.state;
    job.said = std::move(ending.said);
  }
  job.ended = clock.now();
  CE_CHECK(keep(desk, job));
  if (job.state == jobs::State::failed) return written.failure();
  return true;
}

}  // namespace ce::register_jobs
