#include "shared/storage/schema.h"

#include <algorithm>

namespace ce::storage {
namespace {

Result<std::int64_t> one_integer(Database& database, std::string_view sql) {
  auto statement = database.prepare(sql);
  CE_TRY(bool const row, statement.step());
  return row ? statement.integer(0) : 0;
}

Result<void> check_names(Database& database, std::filesystem::path const& file,
                         std::span<Migration const> steps) {
  CE_TRY(auto const history,
         one_integer(database, "SELECT count(*) FROM sqlite_master WHERE name = 'schema_steps'"));
  Failure const foreign{FailureCode::storage_unopenable,
                        file.string() + ": a database, but not one of this program; give another path"};
  if (history == 0) return foreign;
  auto name = database.prepare("SELECT name FROM schema_steps WHERE step = $1");
  for (std::size_t i = 0; i < steps.size(); ++i) {
    CE_TRY(bool const row, name.bind(1, static_cast<std::int64_t>(i + 1)).step());
    if (!row || name.text(0) != steps[i].name) return foreign;
  }
  return {};
}

}  // namespace

Result<void> check_schema(Database& database, std::filesystem::path const& file,
                          std::span<Migration const> migrations) {
  CE_TRY(auto const version, one_integer(database, "PRAGMA user_version"));
  auto const known = static_cast<std::int64_t>(migrations.size());
  if (version > 0) {
    CE_CHECK(
        check_names(database, file, migrations.first(static_cast<std::size_t>(std::min(version, known)))));
  }
  if (version > known) {
    return Failure{FailureCode::storage_newer, file.string() + ": schema " + std::to_string(version) +
                                                   ", this program knows up to " + std::to_string(known) +
                                                   "; run the newer program"};
  }
  CE_TRY(auto const tables, one_integer(database, "SELECT count(*) FROM sqlite_master"));
  if (version == 0 && tables > 0) return check_names(database, file, {});
  return {};
}

Result<void> migrate(Database& database, std::filesystem::path const& file,
                     std::span<Migration const> migrations) {
  auto const known = static_cast<std::int64_t>(migrations.size());
  CE_TRY(auto const before, one_integer(database, "PRAGMA user_version"));
  if (before == known) return {};
  CE_TRY(auto transaction, database.begin());
  CE_CHECK(check_schema(database, file, migrations));  // another process may have been here meanwhile
  CE_TRY(auto const version, one_integer(database, "PRAGMA user_version"));
  CE_CHECK(database.execute(
      "CREATE TABLE IF NOT EXISTS schema_steps (step BIGINT PRIMARY KEY, name TEXT NOT NULL)"));
  for (auto step = version; step < known; ++step) {
    auto const& migration = migrations[static_cast<std::size_t>(step)];
    if (auto done = database.execute(migration.sql); !done) {
      return Failure{done.failure().code,
                     done.failure().detail + " in schema step " + std::string{migration.name}};
    }
    CE_CHECK(database.prepare("INSERT INTO schema_steps (step, name) VALUES ($1, $2)")
                 .bind(1, step + 1)
                 .bind(2, migration.name)
                 .run());
    CE_CHECK(database.execute("PRAGMA user_version = " + std::to_string(step + 1)));
  }
  return transaction.commit();
}

}  // namespace ce::storage
