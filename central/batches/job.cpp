#include "central/batches/job.h"

#include "central/store/moment.h"
#include "central/store/words.h"
#include "shared/storage/insert_rows.h"

namespace ce::batches {
namespace {

constexpr std::string_view job_columns =
    "SELECT id, account, region, professional, year, issue_day, state, said, done, total, issued, refused, "
    "created_ms, heard_ms, ended_ms FROM issuing_jobs ";

std::optional<std::int64_t> ms_of(std::optional<Instant> instant) {
  return instant ? std::optional{instant->ms} : std::nullopt;
}

// Only HRSS issues (article 14), each at its region's own level.
issuing::Actor actor_of(storage::Statement const& row) {
  return {.account = row.text(1),
          .party = credit::Party::hrss,
          .level = registration::level_of(row.text(2)),
          .region = row.text(2),
          .unit = {},
          .professional = row.optional_integer(3)};
}

Result<Job> job_in(storage::Statement const& row) {
  auto const day = Date::parse_iso(row.text(5));
  if (!day) return Failure{FailureCode::storage_fault, "an issuing job has no day"};
  CE_TRY(auto const state, store::from_word<JobState>(jobs::state_words, row.text(6)));
  return Job{.id = row.text(0),
             .actor = actor_of(row),
             .year = static_cast<int>(row.integer(4)),
             .day = *day,
             .state = state,
             .said = row.text(7),
             .done = row.integer(8),
             .total = row.integer(9),
             .issued = row.integer(10),
             .refused = row.integer(11),
             .created = Instant{row.integer(12)},
             .heard = store::moment_in(row, 13),
             .ended = store::moment_in(row, 14)};
}

}  // namespace

Result<void> insert_job(storage::Database& database, Job const& job) {
  auto insert = database.prepare(
      "INSERT INTO issuing_jobs (id, account, region, professional, year, issue_day, state, said, done, "
      "total, issued, refused, created_ms) VALUES ($1, $2, $3, $4, $5, $6, $7, '', 0, 0, 0, 0, $8) "
      "ON CONFLICT (id) DO NOTHING");
  insert.bind(1, job.id).bind(2, job.actor.account).bind(3, job.actor.region).bind(4, job.actor.professional);
  insert.bind(5, job.year).bind(6, job.day.iso()).bind(7, store::to_word(jobs::state_words, job.state));
  return insert.bind(8, job.created.ms).run();
}

Result<Job> read_job(storage::Database& database, std::string_view id) {
  auto row = database.prepare(std::string{job_columns} + "WHERE id = $1");
  CE_TRY(bool const there, row.bind(1, id).step());
  if (!there) return Failure{FailureCode::record_unknown, "issuing job"};
  return job_in(row);
}

Result<std::vector<Job>> jobs_of(storage::Database& database, std::string_view region, std::int64_t most) {
  auto rows =
      database.prepare(std::string{job_columns} + "WHERE region = $1 ORDER BY created_ms DESC LIMIT $2");
  rows.bind(1, region).bind(2, most);
  std::vector<Job> jobs;
  for (;;) {
    CE_TRY(bool const more, rows.step());
    if (!more) return jobs;
    CE_TRY(auto job, job_in(rows));
    jobs.push_back(std::move(job));
  }
}

Result<void> update_job(storage::Database& database, Job const& job) {
  auto update = database.prepare(
      "UPDATE issuing_jobs SET state = $2, said = $3, done = $4, total = $5, issued = $6, refused = $7, "
      "heard_ms = $8, ended_ms = $9 WHERE id = $1");
  update.bind(1, job.id).bind(2, store::to_word(jobs::state_words, job.state)).bind(3, job.said);
  update.bind(4, job.done).bind(5, job.total).bind(6, job.issued).bind(7, job.refused);
  return update.bind(8, ms_of(job.heard)).bind(9, ms_of(job.ended)).run();
}

Result<void> put_refusals(storage::Database& database, std::string_view job,
                          std::vector<issuing::Refusal> const& refusals) {
  CE_CHECK(database.prepare("DELETE FROM issuing_job_refusals WHERE job = $1").bind(1, job).run());
  return storage::insert_rows(database, "INSERT INTO issuing_job_refusals (job, professional, why)", 3,
                              refusals.size(), [&](storage::Statement& insert, int first, std::size_t row) {
                                insert.bind(first, job).bind(first + 1, refusals[row].professional);
                                insert.bind(first + 2, refusals[row].why);
                              });
}

Result<std::vector<issuing::Refusal>> refusals_of(storage::Database& database, std::string_view job,
                                                  std::int64_t professional, std::int64_t most) {
  auto rows = database.prepare(
      "SELECT professional, why FROM issuing_job_refusals WHERE job = $1 AND professional > $2 "
      "ORDER BY professional LIMIT $3");
  rows.bind(1, job).bind(2, professional).bind(3, most);
  std::vector<issuing::Refusal> refusals;
  for (;;) {
    CE_TRY(bool const more, rows.step());
    if (!more) return refusals;
    refusals.push_back({rows.integer(0), rows.text(1)});
  }
}

}  // namespace ce::batches
