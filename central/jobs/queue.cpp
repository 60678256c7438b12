#include "central/jobs/queue.h"

#include <algorithm>
#include <vector>

#include "central/store/words.h"

namespace ce::jobs {
namespace {

constexpr int most_looked_at = 20;

struct Candidate {
  std::string id;
  std::string state;
  std::int64_t heard_ms = 0;
};

std::string with_columns(Queue const& queue, std::string_view sql) {
  std::string text;
  for (char const c : sql) {
    if (c == '@') {
      text += queue.table;
    } else if (c == '#') {
      text += queue.heard;
    } else {
      text += c;
    }
  }
  return text;
}

// Heard of in a time that is not yet: by a clock that was ahead, and by nobody since it is right again.
Result<std::vector<Candidate>> candidates(storage::Database& database, Queue const& queue, Instant now) {
  auto rows = database.prepare(with_columns(
      queue,
      "SELECT id, state, COALESCE(#, 0) FROM @ WHERE state = 'waiting' OR (state = 'running' AND (# < $1 OR "
      "# > $2)) ORDER BY created_ms, id LIMIT $3"));
  rows.bind(1, now.ms - queue.silence_ms).bind(2, now.ms + queue.silence_ms).bind(3, most_looked_at);
  std::vector<Candidate> found;
  for (;;) {
    CE_TRY(bool const more, rows.step());
    if (!more) return found;
    found.push_back({rows.text(0), rows.text(1), rows.integer(2)});
  }
}

// The row as it was seen: another process may claim it at the same moment.
Result<bool> claim(storage::Database& database, Queue const& queue, Candidate const& job, Instant now) {
  auto update = database.prepare(with_columns(
      queue, "UPDATE @ SET state = 'running', # = $2 WHERE id = $1 AND state = $3 AND COALESCE(#, 0) = $4"));
  update.bind(1, job.id).bind(2, now.ms).bind(3, job.state).bind(4, job.heard_ms);
  CE_CHECK(update.run());
  return database.changes() == 1;
}

}  // namespace

Result<std::optional<std::string>> take_up(store::Store& store, Queue const& queue, Instant now,
                                           HeardSince const& heard) {
  std::optional<std::string> taken;
  Instant const since{now.ms - queue.silence_ms};
  auto const done = store.write([&](storage::Database& database) -> Result<void> {
    taken.reset();
    CE_TRY(auto const found, candidates(database, queue, now));
    for (auto const& job : found) {
      bool const waits = job.state == store::to_word(state_words, State::waiting);
      if (!waits && heard && heard(job.id, since)) continue;
      CE_TRY(bool const ours, claim(database, queue, job, now));
      if (ours) taken = job.id;
      return {};
    }
    return {};
  });
  if (!done) return done.failure();
  return taken;
}

Result<void> give_back(store::Store& store, Queue const& queue, std::string_view job) {
  return store.write([&](storage::Database& database) {
    auto update =
        database.prepare(with_columns(queue, "UPDATE @ SET state = 'waiting', # = NULL WHERE id = $1"));
    return update.bind(1, job).run();
  });
}

Ending ending_of(Failure const& failure, std::span<FailureCode const> refusals) {
  bool const refused = std::find(refusals.begin(), refusals.end(), failure.code) != refusals.end();
  return {refused ? State::refused : State::failed, refused ? failure.detail : std::string{}};
}

bool waits_for_store(Failure const& failure) {
  return failure.code == FailureCode::storage_lost || failure.code == FailureCode::storage_in_doubt;
}

Result<std::vector<std::string>> ended_before(storage::Database& database, std::string_view table,
                                              Instant before, std::int64_t most) {
  std::string question = "SELECT id FROM ";
  question.append(table).append(" WHERE ended_ms < $1 ORDER BY ended_ms LIMIT $2");
  auto rows = database.prepare(question);
  rows.bind(1, before.ms).bind(2, most);
  std::vector<std::string> ids;
  for (;;) {
    CE_TRY(bool const more, rows.step());
    if (!more) return ids;
    ids.push_back(rows.text(0));
  }
}

}  // namespace ce::jobs
