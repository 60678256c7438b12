#include <algorithm>
#include <chrono>
#include <thread>

#include "central/postgres/heavy_step.h"
#include "central/postgres/postgres.h"
#include "central/postgres/step_rows.h"

namespace ce::postgres {
namespace {

using storage::Database;
using storage::Migration;

// Row 0 of schema_steps is no step: processes that start together queue at it; at row -1 those that take a
// step that takes long (heavy_step.cpp).
constexpr std::string_view history =
    "CREATE TABLE IF NOT EXISTS schema_steps (step BIGINT PRIMARY KEY, name TEXT NOT NULL)";
constexpr std::string_view queue_row =
    "INSERT INTO schema_steps (step, name) VALUES (0, 'queue'), (-1, 'long') ON CONFLICT (step) DO NOTHING";
constexpr std::string_view queue = "SELECT name FROM schema_steps WHERE step = 0 FOR UPDATE";

// A quick step still needs its tables for a moment, and whoever comes while it waits for them waits behind
// it: so it gives way to what runs (a report, an export) and comes again.
constexpr std::string_view give_way = "SET LOCAL lock_timeout = '500ms'";
constexpr std::chrono::milliseconds rest{1000};
constexpr int most_tries = 600;

Result<std::int64_t> one_integer(Database& database, std::string_view sql) {
  auto statement = database.prepare(sql);
  CE_TRY(bool const row, statement.step());
  return row ? statement.integer(0) : 0;
}

Result<std::int64_t> other_tables(Database& database) {
  return one_integer(
      database,
      "SELECT count(*) FROM information_schema.tables WHERE table_schema = current_schema() AND "
      "table_name <> 'schema_steps'");
}

/// Ranges of text (regions, days, numbers) are ranges of bytes on every engine.
Result<void> check_order_of_text(Database& database, std::string const& place) {
  CE_TRY(auto const other_order, one_integer(database, "SELECT CASE WHEN 'a' < 'B' THEN 1 ELSE 0 END"));
  if (other_order == 0) return {};
  return Failure{FailureCode::storage_unopenable,
                 place +
                     "：数据库的文字排序规则不是按字节，请另建一个（CREATE DATABASE ... TEMPLATE template0 "
                     "ENCODING 'UTF8' LC_COLLATE 'C'）"};
}

Failure foreign(std::string const& place) {
  return {FailureCode::storage_unopenable,
          place + "：这个数据库里已有其他程序的数据表，未作任何改动；请另建一个空数据库"};
}

Result<void> make_history(Database& database, std::string const& place) {
  CE_TRY(bool const there, has_schema(database));
  if (!there) {
    CE_TRY(auto const others, other_tables(database));
    if (others > 0) return foreign(place);
    if (auto const made = database.execute(history); !made) {
      CE_TRY(bool const meanwhile, has_schema(database));  // another process was quicker
      if (!meanwhile) return made.failure();
    }
  }
  return database.execute(queue_row);
}

/// How many of the steps have been taken.
Result<std::size_t> steps_taken(Database& database, std::string const& place,
                                std::span<Migration const> steps) {
  std::size_t taken = 0;
  auto rows = database.prepare("SELECT step, name FROM schema_steps WHERE step > 0 ORDER BY step");
  for (;; ++taken) {
    CE_TRY(bool const more, rows.step());
    if (!more) break;
    if (rows.integer(0) != static_cast<std::int64_t>(taken + 1)) return foreign(place);
    if (taken < steps.size() && rows.text(1) != steps[taken].name) return foreign(place);
  }
  if (taken > steps.size()) {
    return Failure{FailureCode::storage_newer, place + "：数据库的结构是第 " + std::to_string(taken) +
                                                   " 版，本程序只认识到第 " + std::to_string(steps.size()) +
                                                   " 版，未作任何改动；请使用新版本的程序"};
  }
  if (taken == 0) {
    CE_TRY(auto const others, other_tables(database));
    if (others > 0) return foreign(place);
  }
  return taken;
}

Result<void> take_step(Database& database, Migration const& step, std::size_t number) {
  CE_CHECK(told_of(step, database.execute(step.sql)));
  return note_step(database, step, static_cast<std::int64_t>(number));
}

bool is_in_the_way(FailureCode code) {
  return code == FailureCode::storage_busy || code == FailureCode::storage_conflict;
}

/// The missing steps up to the first that takes long; gives that one's place, or how many steps there are. In
/// a new store none takes long.
Result<std::size_t> take_quick(Database& database, std::string const& place, std::span<Migration const> steps,
                               std::function<Result<void>(Database&)> const& finish) {
  // READ COMMITTED: after the wait in the queue, what those before have done is seen.
  CE_TRY(auto transaction, database.begin(storage::Isolation::row_locks));
  CE_CHECK(database.execute("SET LOCAL statement_timeout = 0; SET LOCAL lock_timeout = 0"));
  CE_CHECK(wait_in_queue(database));
  CE_TRY(auto const taken, steps_taken(database, place, steps));
  if (taken > 0) CE_CHECK(database.execute(give_way));
  auto next = taken;
  for (; next < steps.size(); ++next) {
    CE_TRY(bool const heavy, is_heavy(steps[next]));
    if (heavy && taken > 0) break;
    CE_CHECK(take_step(database, steps[next], next + 1));
  }
  if (next == steps.size() && finish) CE_CHECK(finish(database));
  CE_CHECK(transaction.commit());
  return next;
}

}  // namespace

Result<bool> has_schema(Database& database) {
  CE_TRY(auto const tables, one_integer(database,
                                        "SELECT count(*) FROM information_schema.tables WHERE table_schema = "
                                        "current_schema() AND table_name = 'schema_steps'"));
  return tables > 0;
}

Result<void> wait_in_queue(Database& database) {
  return database.prepare(queue).run();
}

Result<bool> is_taken(Database& database, std::int64_t number) {
  return database.prepare("SELECT 1 FROM schema_steps WHERE step = $1").bind(1, number).step();
}

Result<void> note_step(Database& database, Migration const& step, std::int64_t number) {
  return database.prepare("INSERT INTO schema_steps (step, name) VALUES ($1, $2)")
      .bind(1, number)
      .bind(2, step.name)
      .run();
}

Result<void> told_of(Migration const& step, Result<void> done) {
  if (done) return done;
  return Failure{done.failure().code, "schema step " + std::string{step.name} + ": " + done.failure().detail};
}

Result<void> migrate(Database& database, std::string const& location, std::span<Migration const> steps,
                     std::function<Result<void>(Database&)> const& finish) {
  auto const place = describe_location(location);
  CE_CHECK(check_order_of_text(database, place));
  CE_CHECK(make_history(database, place));
  for (int tries = 0;;) {
    auto const next = take_quick(database, place, steps, finish);
    if (!next && (!is_in_the_way(next.failure().code) || ++tries == most_tries)) return next.failure();
    if (!next) {
      std::this_thread::sleep_for(rest);
    } else if (*next == steps.size()) {
      return {};
    } else {
      CE_CHECK(take_beside(location, steps[*next], static_cast<std::int64_t>(*next) + 1));
    }
  }
}

}  // namespace ce::postgres
