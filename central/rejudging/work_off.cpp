#include "central/rejudging/work_off.h"

#include <vector>

#include "central/audit/audit.h"
#include "central/standings/refresh.h"
#include "shared/storage/id_list.h"

namespace ce::rejudging {
namespace {

constexpr int people_per_transaction = 500;

Result<std::int64_t> figure(storage::Database& database, std::string_view sql) {
  auto row = database.prepare(sql);
  CE_TRY(bool const there, row.step());
  return there ? row.integer(0) : 0;
}

/// The next people with a row that was judged by other rules than its year's.
Result<std::vector<std::int64_t>> next_people(storage::Database& database, Marks const& marks,
                                              std::int64_t after) {
  auto rows = database.prepare(
      "SELECT DISTINCT professional FROM yearly_standings WHERE professional > $1 AND (achievement_units IS "
      "NULL OR "
      "CAST(year AS TEXT) || ' ' || pack NOT IN (" +
      storage::parameters(3, marks.years.size()) + ")) ORDER BY professional LIMIT $2");
  rows.bind(1, after).bind(2, people_per_transaction);
  for (std::size_t i = 0; i < marks.years.size(); ++i) rows.bind(static_cast<int>(3 + i), marks.years[i]);
  std::vector<std::int64_t> ids;
  for (;;) {
    CE_TRY(bool const more, rows.step());
    if (!more) return ids;
    ids.push_back(rows.integer(0));
  }
}

Result<void> note_end(storage::Database& database, Job const& job, Instant now) {
  if (job.changed == 0) return {};
  return audit::append(database, audit::operator_author("ce-central", "440000"),
                       audit::Action::verdicts_refreshed, {"mark", job.mark.substr(0, 16)},
                       audit::detail({{"people", job.judged}, {"changed", job.changed}}), now);
}

}  // namespace

/// A store without standings begins with today's rules.
Result<void> Rejudging::queue_where_due() {
  bool due = false;
  Job fresh{.mark = marks_.all, .created = clock_.now()};
  CE_CHECK(store_.read([&](storage::Database& database) -> Result<void> {
    CE_TRY(auto const job, read_job(database));
    due = !job || job->mark != marks_.all;
    if (!due) return {};
    CE_TRY(auto const any, figure(database, "SELECT 1 FROM yearly_standings LIMIT 1"));
    if (any == 1) fresh.state = jobs::State::waiting;
    CE_TRY(fresh.total, figure(database, "SELECT COUNT(*) FROM professionals"));
    return {};
  }));
  if (!due) return {};
  return store_.write([&](storage::Database& database) -> Result<void> {
    CE_TRY(auto const job, read_job(database));
    if (job && job->mark == marks_.all) return {};  // another process was quicker
    return put_job(database, fresh);
  });
}

/// One transaction of the job; false once there is nothing more to do in it.
Result<bool> Rejudging::do_some() {
  bool more = false;
  auto const now = clock_.now();
  auto const done = store_.write([&](storage::Database& database) -> Result<void> {
    more = false;
    CE_TRY(auto const found, read_job(database));
    if (!found || found->mark != marks_.all || found->ended()) return {};
    auto job = *found;
    CE_TRY(auto const ids, next_people(database, marks_, job.last));
    CE_TRY(auto const written, standings::refresh(database, store_.rules(), ids, now));
    more = ids.size() == people_per_transaction;
    if (!ids.empty()) job.last = ids.back();
    job.judged += static_cast<std::int64_t>(ids.size());
    job.changed += written;
    job.state = more ? jobs::State::running : jobs::State::done;
    CE_CHECK(note_progress(database, job, now));
    return more ? Result<void>{} : note_end(database, job, now);
  });
  if (!done) return done.failure();
  return more;
}

Result<bool> Rejudging::run(std::function<bool()> const& to_end) {
  CE_CHECK(queue_where_due());
  CE_TRY(auto const taken, jobs::take_up(store_, queue_, clock_.now()));
  if (!taken) return false;
  for (bool more = true; more;) {
    auto some = do_some();
    more = some && *some;
    if (!some || (more && to_end())) {
      CE_CHECK(jobs::give_back(store_, queue_, *taken));
      return some;
    }
  }
  return true;
}

}  // namespace ce::rejudging
