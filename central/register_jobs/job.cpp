#include "central/register_jobs/job.h"

#include "central/store/moment.h"
#include "central/store/words.h"

namespace ce::register_jobs {
namespace {

constexpr std::string_view columns_of_job =
    "SELECT id, account, format, region, year, printed_from, printed_to, kiosk, whole_names, state, said, "
    "done, "
    "total, created_ms, heard_ms, ended_ms FROM register_jobs ";

std::optional<std::string> text_of_day(std::optional<Date> const& day) {
  return day ? std::optional{day->iso()} : std::nullopt;
}

std::optional<Date> day_in(storage::Statement const& row, int column) {
  auto const day = Date::parse_iso(row.text(column));
  return day ? std::optional{*day} : std::nullopt;
}

Result<Job> job_in_row(storage::Statement const& row) {
  Job job;
  job.id = row.text(0);
  job.asked.account = row.text(1);
  CE_TRY(job.asked.format, store::from_word<Format>(format_words, row.text(2)));
  auto& filter = job.asked.filter;
  filter.scope = {row.text(3)};
  if (auto const year = row.optional_integer(4)) filter.year = static_cast<int>(*year);
  filter.printed_from = day_in(row, 5);
  filter.printed_to = day_in(row, 6);
  filter.kiosk = row.text(7);
  job.asked.names = row.integer(8) != 0 ? registers::Names::whole : registers::Names::masked;
  CE_TRY(job.state, store::from_word<jobs::State>(jobs::state_words, row.text(9)));
  job.said = row.text(10);
  job.done = row.integer(11);
  job.total = row.integer(12);
  job.created = Instant{row.integer(13)};
  job.heard = store::moment_in(row, 14);
  job.ended = store::moment_in(row, 15);
  return job;
}

}  // namespace

Result<void> insert_job(storage::Database& database, Job const& job) {
  auto insert = database.prepare(
      "INSERT INTO register_jobs (id, account, format, region, year, printed_from, printed_to, kiosk, "
      "whole_names, state, said, done, total, created_ms) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, "
      "'', "
      "0, 0, $11)");
  auto const& filter = job.asked.filter;
  insert.bind(1, job.id).bind(2, job.asked.account);
  insert.bind(3, store::to_word(format_words, job.asked.format)).bind(4, filter.scope.code);
  insert.bind(5, filter.year ? std::optional<std::int64_t>{*filter.year} : std::nullopt);
  insert.bind(6, text_of_day(filter.printed_from)).bind(7, text_of_day(filter.printed_to));
  insert.bind(8, filter.kiosk).bind(9, job.asked.names == registers::Names::whole ? 1 : 0);
  insert.bind(10, store::to_word(jobs::state_words, job.state)).bind(11, job.created.ms);
  return insert.run();
}

Result<Job> read_job(storage::Database& database, std::string_view id) {
  auto row = database.prepare(std::string{columns_of_job} + "WHERE id = $1");
  CE_TRY(bool const there, row.bind(1, id).step());
  if (!there) return Failure{FailureCode::record_unknown, "register job"};
  return job_in_row(row);
}

Result<std::vector<Job>> jobs_of(storage::Database& database, std::string_view account, std::int64_t most) {
  auto rows = database.prepare(std::string{columns_of_job} +
                               "WHERE account = $1 ORDER BY created_ms DESC, id LIMIT $2");
  rows.bind(1, account).bind(2, most);
  std::vector<Job> found;
  for (;;) {
    CE_TRY(bool const more, rows.step());
    if (!more) return found;
    CE_TRY(auto job, job_in_row(rows));
    found.push_back(std::move(job));
  }
}

Result<void> update_job(storage::Database& database, Job const& job) {
  auto update = database.prepare(
      "UPDATE register_jobs SET state = $2, said = $3, done = $4, total = $5, heard_ms = $6, ended_ms = $7 "
      "WHERE id = $1");
  update.bind(1, job.id).bind(2, store::to_word(jobs::state_words, job.state)).bind(3, job.said);
  update.bind(4, job.done).bind(5, job.total);
  update.bind(6, job.heard ? std::optional{job.heard->ms} : std::nullopt);
  return update.bind(7, job.ended ? std::optional{job.ended->ms} : std::nullopt).run();
}

Result<std::vector<std::string>> remove_ended(storage::Database& database, Instant before,
                                              std::int64_t most) {
  CE_TRY(auto ids, jobs::ended_before(database, "register_jobs", before, most));
  for (auto const& id : ids) {
    CE_CHECK(database.prepare("DELETE FROM register_jobs WHERE id = $1").bind(1, id).run());
  }
  return ids;
}

}  // namespace ce::register_jobs
