#include "central/imports/work_off.h"

#include <array>

#include "central/registration/report_file.h"
#include "central/roster/import_people.h"

namespace ce::imports {
namespace {

using registration::ImportReport;
using registration::RowFate;

constexpr std::int64_t ms_between_tellings = 200;

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

jobs::Queue queue_of_imports(std::int64_t silence) {
  return {"import_jobs", "claimed_ms", silence};
}

Result<std::optional<Job>> take_next(Desk const& desk, Instant now, std::int64_t silence) {
  std::optional<Job> job;
  // An import that takes all or nothing is one transaction: its process is heard of by the tray alone.
  auto const heard = [&](std::string_view id, Instant since) {
    auto const told = desk.tray.progress(id);
    return told && told->at.ms > since.ms;
  };
  CE_TRY(auto const id, jobs::take_up(desk.store, queue_of_imports(silence), now, heard));
  if (!id) return job;
  auto const done = desk.store.read([&](storage::Database& database) -> Result<void> {
    CE_TRY(job, read_job(database, *id));
    return {};
  });
  if (!done) return done.failure();
  return job;
}

Result<ImportReport> work_through(Desk const& desk, Job const& job, std::string_view bytes,
                                  registration::ImportOptions const& options, Instant now) {
  if (job.kind == Kind::records) return registration::import_file(desk.store, job.actor, bytes, options, now);
  bool const hrss = job.actor.party == credit::Party::hrss;
  accounts::Keeper const keeper{job.actor.account, hrss ? accounts::Role::hrss : accounts::Role::employer,
                                job.actor.region};
  return roster::import_people(desk.store, keeper, bytes, options, now);
}

}  // namespace

Result<bool> work_off_one(Desk const& desk, Clock const& clock, std::function<bool()> const& to_end,
                          std::int64_t silence) {
  CE_TRY(auto taken, take_next(desk, clock.now(), silence));
  if (!taken) return false;
  auto& job = *taken;
  auto const bytes = desk.tray.upload(job.id);
  registration::ImportOptions options{.all_or_nothing = job.all_or_nothing, .job = job.id};
  Instant told{};
  options.progress = [&](std::size_t done, std::size_t all) {
    auto const now = clock.now();
    // A file each time: of a large import that was a fifth of all its work.
    if (now.ms - told.ms >= ms_between_tellings || done == all) {
      desk.tray.tell(job.id, {done, all, now});
      told = now;
    }
    return !to_end() && !desk.tray.to_stop(job.id);
  };
  desk.tray.tell(job.id, {0, 0, clock.now()});
  auto report =
      bytes ? work_through(desk, job, *bytes, options, clock.now()) : Result<ImportReport>{bytes.failure()};
  bool const without_store = !report && jobs::waits_for_store(report.failure());
  if (!report && (to_end() || without_store)) {
    CE_CHECK(jobs::give_back(desk.store, queue_of_imports(silence), job.id));
    if (without_store) return report.failure();  // so that it is not taken up in the same breath
    return true;
  }
  std::vector<JobRow> kept;
  if (report) {
    job.state = JobState::done;
    count(job, *report);
    kept = rows_to_keep(*report);
    CE_CHECK(desk.tray.put_report(job.id, *report));
  } else {
    auto ending = jobs::ending_of(report.failure(), std::array{FailureCode::file_refused});
    job.state = ending.state;
    job.said = job.state == JobState::refused ? std::move(ending.said)
                                              : "系统未能完成登记，请重新上传同一文件；已登记的行不会重复。";
  }
  job.ended = clock.now();
  CE_CHECK(desk.store.write([&](storage::Database& database) { return end_job(database, job, kept); }));
  // Not before the job has ended: who takes it up after a power cut needs the file.
  desk.tray.clear(job.id);
  if (!report && job.state == JobState::failed) return report.failure();
  return true;
}

}  // namespace ce::imports
