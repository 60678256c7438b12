#include "central/rejudging/job.h"

#include "central/store/words.h"

namespace ce::rejudging {

Result<std::optional<Job>> read_job(storage::Database& database) {
  auto row = database.prepare(
      "SELECT mark, state, last_professional, judged, changed, total, created_ms FROM rejudging_jobs WHERE "
      "id = $1");
  CE_TRY(bool const there, row.bind(1, the_job).step());
  if (!there) return std::optional<Job>{};
  CE_TRY(auto const state, store::from_word<jobs::State>(jobs::state_words, row.text(1)));
  return std::optional{Job{row.text(0), state, row.integer(2), row.integer(3), row.integer(4), row.integer(5),
                           Instant{row.integer(6)}}};
}

Result<void> put_job(storage::Database& database, Job const& job) {
  auto row = database.prepare(
      "INSERT INTO rejudging_jobs (id, mark, state, last_professional, judged, changed, total, created_ms) "
      "VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (id) DO UPDATE SET mark = excluded.mark, "
      "state = excluded.state, last_professional = excluded.last_professional, judged = excluded.judged, "
      "changed = excluded.changed, total = excluded.total, created_ms = excluded.created_ms, heard_ms = "
      "NULL, "
      "ended_ms = NULL");
  row.bind(1, the_job).bind(2, job.mark).bind(3, store::to_word(jobs::state_words, job.state));
  row.bind(4, job.last).bind(5, job.judged).bind(6, job.changed).bind(7, job.total);
  return row.bind(8, job.created.ms).run();
}

Result<void> note_progress(storage::Database& database, Job const& job, Instant now) {
  auto row = database.prepare(
      "UPDATE rejudging_jobs SET state = $3, last_professional = $4, judged = $5, changed = $6, heard_ms = "
      "$7, "
      "ended_ms = $8 WHERE id = $1 AND mark = $2");
  row.bind(1, the_job).bind(2, job.mark).bind(3, store::to_word(jobs::state_words, job.state));
  row.bind(4, job.last).bind(5, job.judged).bind(6, job.changed).bind(7, now.ms);
  return row.bind(8, job.ended() ? std::optional{now.ms} : std::nullopt).run();
}

}  // namespace ce::rejudging
