#include "central/imports/work_off.h"

#include "central/registration/report_file.h"

namespace ce::imports {
namespace {

using registration::ImportReport;
using registration::RowFate;

// Rows that ask for something, and those that were taken with a warning.
std::vector<JobRow> rows_to_keep(ImportReport const& report) {
  auto const table = registration::report_table(report);
  std::vector<JobRow> kept;
  for (std::size_t i = 0; i < report.rows.size(); ++i) {
    auto const& row = report.rows[i];
    if (row.fate != RowFate::refused && row.warnings.empty()) continue;
    kept.push_back({static_cast<std::int64_t>(i + 1), row.row, row.fate, table[i + 1][2]});
  }
  return kept;
}

void count(Job& job, ImportReport const& report) {
  auto const number = [&](RowFate fate) { return static_cast<std::int64_t>(report.count(fate)); };
  job.registered = number(RowFate::registered);
  job.repeated = number(RowFate::repeated);
  job.refused = number(RowFate::refused);
  job.withheld = number(RowFate::withheld);
}

Result<std::optional<Job>> take_next(Desk const& desk, Clock const& clock) {
  std::optional<Job> job;
  auto const now = clock.now();
  CE_CHECK(desk.store.write([&](storage::Database& database) -> Result<void> {
    CE_TRY(job, next_job(database, Instant{now.ms - silence_ms}));
    if (!job) return {};
    auto const told = desk.tray.progress(job->id);
    bool const alive = job->state == JobState::running && told && told->at.ms > now.ms - silence_ms;
    if (alive) {
      job.reset();
      return {};
    }
    CE_TRY(bool const taken, claim_job(database, *job, now));
    if (!taken) job.reset();
    return {};
  }));
  return job;
}

// Gives a job back, so that another process or the next start takes it up.
Result<void> give_back(Desk const& desk, Job const& job) {
  return desk.store.write([&](storage::Database& database) {
    auto update =
        database.prepare("UPDATE import_jobs SET state = 'waiting', claimed_ms = NULL WHERE id = $1");
    return update.bind(1, job.id).run();
  });
}

}  // namespace

Result<bool> work_off_one(Desk const& desk, Clock const& clock, std::function<bool()> const& to_end) {
  CE_TRY(auto taken, take_next(desk, clock));
  if (!taken) return false;
  auto& job = *taken;
  auto const bytes = desk.tray.upload(job.id);
  registration::ImportOptions options{.all_or_nothing = job.all_or_nothing};
  options.progress = [&](std::size_t done, std::size_t all) {
    desk.tray.tell(job.id, {done, all, clock.now()});
    return !to_end() && !desk.tray.to_stop(job.id);
  };
  desk.tray.tell(job.id, {0, 0, clock.now()});
  auto report = bytes ? registration::import_file(desk.store, job.actor, *bytes, options, clock.now())
                      : Result<ImportReport>{bytes.failure()};
  if (!report && to_end()) {
    CE_CHECK(give_back(desk, job));
    return true;
  }
  std::vector<JobRow> kept;
  if (report) {
    job.state = JobState::done;
    count(job, *report);
    kept = rows_to_keep(*report);
    CE_CHECK(desk.tray.close(job.id, *report));
  } else {
    bool const refused = report.failure().code == FailureCode::file_refused;
    job.state = refused ? JobState::refused : JobState::failed;
    job.said =
        refused ? report.failure().detail : "系统未能完成登记，请重新上传同一文件；已登记的行不会重复。";
    desk.tray.clear(job.id);
  }
  job.ended = clock.now();
  CE_CHECK(desk.store.write([&](storage::Database& database) { return end_job(database, job, kept); }));
  if (!report && job.state == JobState::failed) return report.failure();
  return true;
}

}  // namespace ce::imports
