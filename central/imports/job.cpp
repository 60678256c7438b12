#include "central/imports/job.h"

#include "central/store/moment.h"
#include "central/store/words.h"

namespace ce::imports {
namespace {

constexpr std::string_view job_columns =
    "SELECT id, account, party, level, region, unit, professional, file_name, all_or_nothing, state, said, "
    "registered, repeated, refused, withheld, created_ms, claimed_ms, ended_ms, kind FROM import_jobs ";

Result<Job> job_of(storage::Statement const& row) {
  Job job;
  job.id = row.text(0);
  CE_TRY(job.actor.party, store::party_from_word(row.text(2)));
  CE_TRY(job.actor.level, store::from_word<credit::Level>(store::level_words, row.text(3)));
  CE_TRY(job.state, store::from_word<JobState>(jobs::state_words, row.text(9)));
  job.actor.account = row.text(1);
  job.actor.region = row.text(4);
  job.actor.unit = row.optional_integer(5);
  job.actor.professional = row.optional_integer(6);
  job.file_name = row.text(7);
  job.all_or_nothing = row.integer(8) != 0;
  job.said = row.text(10);
  job.registered = row.integer(11);
  job.repeated = row.integer(12);
  job.refused = row.integer(13);
  job.withheld = row.integer(14);
  job.created = Instant{row.integer(15)};
  job.claimed = store::moment_in(row, 16);
  job.ended = store::moment_in(row, 17);
  CE_TRY(job.kind, store::from_word<Kind>(kind_words, row.text(18)));
  return job;
}

}  // namespace

Result<void> insert_job(storage::Database& database, Job const& job) {
  auto insert = database.prepare(
      "INSERT INTO import_jobs (id, account, party, level, region, unit, professional, file_name, "
      "all_or_nothing, state, said, registered, repeated, refused, withheld, created_ms, kind) VALUES ($1, "
      "$2, "
      "$3, $4, $5, $6, $7, $8, $9, $10, '', 0, 0, 0, 0, $11, $12)");
  insert.bind(1, job.id).bind(2, job.actor.account).bind(3, credit::code_of(job.actor.party));
  insert.bind(4, store::to_word(store::level_words, job.actor.level)).bind(5, job.actor.region);
  insert.bind(6, job.actor.unit).bind(7, job.actor.professional).bind(8, job.file_name);
  insert.bind(9, std::int64_t{job.all_or_nothing}).bind(10, store::to_word(jobs::state_words, job.state));
  return insert.bind(11, job.created.ms).bind(12, store::to_word(kind_words, job.kind)).run();
}

Result<Job> read_job(storage::Database& database, std::string_view id) {
  auto row = database.prepare(std::string{job_columns} + "WHERE id = $1");
  CE_TRY(bool const there, row.bind(1, id).step());
  if (!there) return Failure{FailureCode::record_unknown, "no such import"};
  return job_of(row);
}

Result<std::vector<Job>> jobs_of(storage::Database& database, std::string_view account, Kind kind,
                                 std::int64_t most) {
  auto rows = database.prepare(std::string{job_columns} +
                               "WHERE account = $1 AND kind = $2 ORDER BY created_ms DESC, id LIMIT $3");
  rows.bind(1, account).bind(2, store::to_word(kind_words, kind)).bind(3, most);
  std::vector<Job> jobs;
  for (;;) {
    CE_TRY(bool const more, rows.step());
    if (!more) return jobs;
    CE_TRY(auto job, job_of(rows));
    jobs.push_back(std::move(job));
  }
}

Result<void> end_job(storage::Database& database, Job const& job, std::vector<JobRow> const& rows) {
  auto update = database.prepare(
      "UPDATE import_jobs SET state = $2, said = $3, registered = $4, repeated = $5, refused = $6, withheld "
      "= "
      "$7, ended_ms = $8 WHERE id = $1");
  update.bind(1, job.id).bind(2, store::to_word(jobs::state_words, job.state)).bind(3, job.said);
  update.bind(4, job.registered).bind(5, job.repeated).bind(6, job.refused).bind(7, job.withheld);
  CE_CHECK(update.bind(8, job.ended ? job.ended->ms : std::int64_t{0}).run());
  for (auto const& row : rows) {
    auto insert = database.prepare(
        "INSERT INTO import_job_rows (job, place, row_number, fate, said) VALUES ($1, $2, $3, $4, $5) "
        "ON CONFLICT (job, place) DO NOTHING");
    insert.bind(1, job.id).bind(2, row.place).bind(3, row.row);
    CE_CHECK(insert.bind(4, store::to_word(row_fate_words, row.fate)).bind(5, row.said).run());
  }
  return {};
}

Result<std::vector<JobRow>> rows_of_job(storage::Database& database, std::string_view job, std::int64_t after,
                                        std::int64_t most) {
  auto rows = database.prepare(
      "SELECT place, row_number, fate, said FROM import_job_rows WHERE job = $1 AND place > $2 "
      "ORDER BY place LIMIT $3");
  rows.bind(1, job).bind(2, after).bind(3, most);
  std::vector<JobRow> list;
  for (;;) {
    CE_TRY(bool const more, rows.step());
    if (!more) return list;
    CE_TRY(auto const fate, store::from_word<registration::RowFate>(row_fate_words, rows.text(2)));
    list.push_back({rows.integer(0), rows.integer(1), fate, rows.text(3)});
  }
}

Result<std::int64_t> waiting_of(storage::Database& database, std::string_view account) {
  auto row = database.prepare(
      "SELECT COUNT(*) FROM import_jobs WHERE account = $1 AND state IN ('waiting', 'running')");
  CE_CHECK(row.bind(1, account).step());
  return row.integer(0);
}

Result<std::vector<std::string>> remove_ended(storage::Database& database, Instant before,
                                              std::int64_t most) {
  CE_TRY(auto ids, jobs::ended_before(database, "import_jobs", before, most));
  for (auto const& id : ids) {
    CE_CHECK(database.prepare("DELETE FROM import_job_rows WHERE job = $1").bind(1, id).run());
    CE_CHECK(database.prepare("DELETE FROM import_jobs WHERE id = $1").bind(1, id).run());
  }
  return ids;
}

}  // namespace ce::imports
