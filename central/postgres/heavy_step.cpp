#include "central/postgres/heavy_step.h"

#include <chrono>
#include <thread>
#include <vector>

#include "central/postgres/postgres.h"
#include "central/postgres/step_rows.h"

namespace ce::postgres {
namespace {

using storage::Database;

constexpr std::string_view beside{"/* beside */ "};
constexpr std::string_view in_slices{"/* in slices of "};
constexpr std::int64_t keys_of_a_slice = 2000;
constexpr std::chrono::milliseconds look_again{200};

std::vector<std::string_view> lines_of(std::string_view sql) {
  std::vector<std::string_view> lines;
  while (!sql.empty()) {
    auto const end = std::min(sql.find('\n'), sql.size());
    if (auto const line = sql.substr(0, end); line.find_first_not_of(' ') != std::string_view::npos) {
      lines.push_back(line);
    }
    sql.remove_prefix(std::min(end + 1, sql.size()));
  }
  return lines;
}

/// The word behind `before`, up to a blank.
std::string word_behind(std::string_view text, std::string_view before) {
  auto const at = text.find(before);
  if (at == std::string_view::npos) return {};
  text.remove_prefix(at + before.size());
  return std::string{text.substr(0, text.find(' '))};
}

/// One that was broken off is there, costs every write and answers nothing.
Result<bool> is_built(Database& database, std::string const& index) {
  auto row = database.prepare(
      "SELECT CASE WHEN i.indisvalid THEN 1 ELSE 0 END FROM pg_index i WHERE i.indexrelid = to_regclass($1)");
  CE_TRY(bool const there, row.bind(1, index).step());
  if (!there) return false;
  if (row.integer(0) == 1) return true;
  CE_CHECK(row.run());
  CE_CHECK(database.execute("DROP INDEX CONCURRENTLY " + index));
  return false;
}

Result<void> build_index(Database& database, std::string_view statement) {
  constexpr std::string_view word{"INDEX "};
  auto const name = word_behind(statement, word);
  CE_TRY(bool const built, is_built(database, name));
  if (built) return {};
  std::string text{statement};
  text.insert(text.find(word) + word.size(), "CONCURRENTLY ");
  return database.execute(text);
}

Result<void> fill_slice(Database& database, std::string const& statement) {
  for (int tries = 0;; ++tries) {
    auto done = database.execute(statement);
    if (done || tries == 20 || !is_retryable(done.failure().code)) return done;
    std::this_thread::sleep_for(std::chrono::milliseconds{50});
  }
}

/// `line`: "/* in slices of table.key */ UPDATE ... WHERE ...;"
Result<void> fill(Database& database, std::string_view line) {
  auto const place = word_behind(line, in_slices);
  auto const dot = place.find('.');
  auto const key = place.substr(dot + 1);
  std::string statement{line.substr(line.find("*/") + 3)};
  statement.resize(statement.rfind(';'));
  auto row = database.prepare("SELECT COALESCE(MIN(" + key + "), 0), COALESCE(MAX(" + key + "), -1) FROM " +
                              place.substr(0, dot));
  CE_CHECK(row.step());
  auto const first = row.integer(0);
  auto const last = row.integer(1);
  CE_CHECK(row.run());
  for (auto from = first; from <= last; from += keys_of_a_slice) {
    auto const began = std::chrono::steady_clock::now();
    std::string slice = statement;
    slice.append(" AND ").append(place).append(" >= ").append(std::to_string(from));
    slice.append(" AND ").append(place).append(" < ").append(std::to_string(from + keys_of_a_slice));
    CE_CHECK(fill_slice(database, slice));
    std::this_thread::sleep_for(std::chrono::steady_clock::now() - began);
  }
  return {};
}

Result<void> take_line(Database& database, std::string_view line) {
  if (line.starts_with(beside)) return build_index(database, line.substr(beside.size()));
  return fill(database, line);
}

/// The queue of long steps is a row of its own: older programs, which wait at row 0 when they start, go on.
/// Whoever waits looks again in another transaction, for CONCURRENTLY waits for the end of every transaction
/// that asks.
Result<bool> is_free(Database& database) {
  return database.prepare("SELECT 1 FROM schema_steps WHERE step = -1 FOR UPDATE SKIP LOCKED").step();
}

/// In the transaction of `queue`, which keeps others from it.
Result<void> take_alone(std::string const& location, Database& queue, storage::Migration const& step,
                        std::int64_t number) {
  CE_TRY(bool const taken, is_taken(queue, number));
  if (taken) return {};
  // READ COMMITTED and idle it holds no state of the database that CONCURRENTLY would wait for, once a
  // statement by the simple protocol has taken the place of the last one's portal, which would keep its
  // state.
  CE_CHECK(queue.execute("SET LOCAL statement_timeout = 0"));
  CE_TRY(auto database, connect(location, {.statement_timeout = {}, .lock_timeout = {}}));
  for (auto const line : lines_of(step.sql)) CE_CHECK(told_of(step, take_line(database, line)));
  return note_step(queue, step, number);
}

}  // namespace

Result<bool> is_heavy(storage::Migration const& step) {
  std::size_t marked = 0;
  auto const lines = lines_of(step.sql);
  for (auto const line : lines) marked += line.starts_with(beside) || line.starts_with(in_slices) ? 1U : 0U;
  if (marked == 0 || marked == lines.size()) return marked > 0;
  return Failure{FailureCode::internal_fault,
                 "schema step " + std::string{step.name} + ": long and quick work in one"};
}

Result<void> take_beside(std::string const& location, storage::Migration const& step, std::int64_t number) {
  constexpr std::chrono::milliseconds no_end{0};
  Options const patient{.statement_timeout = no_end, .lock_timeout = no_end};
  CE_TRY(auto queue, connect(location, patient));
  for (;;) {
    CE_TRY(auto transaction, queue.begin(storage::Isolation::row_locks));
    CE_TRY(bool const mine, is_free(queue));
    if (mine) {
      CE_CHECK(take_alone(location, queue, step, number));
      return transaction.commit();
    }
    CE_CHECK(transaction.commit());
    std::this_thread::sleep_for(look_again);
  }
}

}  // namespace ce::postgres
