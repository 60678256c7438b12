#include <algorithm>

#include "central/postgres/postgres.h"

namespace ce::postgres {
namespace {

using storage::Database;
using storage::Migration;

// Row 0 of schema_steps is no step: processes that start together queue at it.
constexpr std::string_view history =
    "CREATE TABLE IF NOT EXISTS schema_steps (step BIGINT PRIMARY KEY, name TEXT NOT NULL)";
constexpr std::string_view queue_row =
    "INSERT INTO schema_steps (step, name) VALUES (0, 'queue') ON CONFLICT (step) DO NOTHING";
constexpr std::string_view queue = "SELECT name FROM schema_steps WHERE step = 0 FOR UPDATE";

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
  if (auto done = database.execute(step.sql); !done) {
    return Failure{done.failure().code,
                   "schema step " + std::string{step.name} + ": " + done.failure().detail};
  }
  return database.prepare("INSERT INTO schema_steps (step, name) VALUES ($1, $2)")
      .bind(1, static_cast<std::int64_t>(number))
      .bind(2, step.name)
      .run();
}

}  // namespace

Result<bool> has_schema(Database& database) {
  CE_TRY(auto const tables, one_integer(database,
                                        "SELECT count(*) FROM information_schema.tables WHERE table_schema = "
                                        "current_schema() AND table_name = 'schema_steps'"));
  return tables > 0;
}

Result<void> migrate(Database& database, std::string const& location, std::span<Migration const> steps,
                     std::function<Result<void>(Database&)> const& finish) {
  auto const place = describe_location(location);
  CE_CHECK(check_order_of_text(database, place));
  CE_CHECK(make_history(database, place));
  // READ COMMITTED: after the wait in the queue, what those before have done is seen.
  CE_TRY(auto transaction, database.begin(storage::Isolation::row_locks));
  CE_CHECK(database.execute("SET LOCAL statement_timeout = 0; SET LOCAL lock_timeout = 0"));
  CE_CHECK(database.prepare(queue).run());
  CE_TRY(auto const taken, steps_taken(database, place, steps));
  for (auto i = taken; i < steps.size(); ++i) CE_CHECK(take_step(database, steps[i], i + 1));
  if (finish) CE_CHECK(finish(database));
  return transaction.commit();
}

}  // namespace ce::postgres
