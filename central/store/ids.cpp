#include "central/store/ids.h"

#include <array>
#include <string>
#include <string_view>

namespace ce::store {
namespace {

constexpr auto tables =
    std::to_array<std::string_view>({"employers", "institutions", "professionals", "learning_records",
                                     "rule_readings", "yearly_verdicts", "talent_agencies"});

std::string sequence_of(std::string_view table) {
  return std::string{table} + "_ids";
}

std::array<std::string, tables.size()> texts(std::string_view before, std::string_view after) {
  std::array<std::string, tables.size()> all;
  for (std::size_t i = 0; i < tables.size(); ++i) all[i].append(before).append(tables[i]).append(after);
  return all;
}

Result<std::int64_t> one(storage::Database& database, std::string_view sql) {
  auto row = database.prepare(sql);
  CE_CHECK(row.step());
  return row.integer(0);
}

Result<void> make_sequence(storage::Database& database, std::string const& name) {
  auto known = database.prepare(
      "SELECT 1 FROM information_schema.sequences WHERE sequence_schema = current_schema() AND "
      "sequence_name = $1");
  CE_TRY(bool const there, known.bind(1, name).step());
  return there ? Result<void>{} : database.execute("CREATE SEQUENCE " + name);
}

/// Only ever upwards, and only where it lags: others take numbers meanwhile.
Result<void> catch_up(storage::Database& database, std::string_view table) {
  auto const name = sequence_of(table);
  CE_CHECK(make_sequence(database, name));
  CE_TRY(auto const highest, one(database, "SELECT COALESCE(MAX(id), 0) FROM " + std::string{table}));
  CE_TRY(auto const next,
         one(database, "SELECT last_value + CASE WHEN is_called THEN 1 ELSE 0 END FROM " + name));
  if (highest < next) return {};
  return database.prepare("SELECT setval('" + name + "', $1)").bind(1, highest).run();
}

}  // namespace

Result<std::int64_t> next_id(storage::Database& database, Numbered table) {
  static auto const highest = texts("SELECT COALESCE(MAX(id), 0) + 1 FROM ", "");
  static auto const sequences = texts("SELECT nextval('", "_ids')");
  auto const& queries = database.dialect() == storage::Dialect::sqlite ? highest : sequences;
  return one(database, queries.at(static_cast<std::size_t>(table)));
}

Result<std::vector<std::int64_t>> next_ids(storage::Database& database, Numbered table, std::size_t count) {
  std::vector<std::int64_t> ids;
  ids.reserve(count);
  if (database.dialect() == storage::Dialect::sqlite) {
    CE_TRY(auto const first, next_id(database, table));
    for (std::size_t i = 0; i < count; ++i) ids.push_back(first + static_cast<std::int64_t>(i));
    return ids;
  }
  static auto const sequences = texts("SELECT nextval('", "_ids') FROM generate_series(1, $1)");
  auto rows = database.prepare(sequences.at(static_cast<std::size_t>(table)));
  rows.bind(1, static_cast<std::int64_t>(count));
  for (;;) {
    CE_TRY(bool const more, rows.step());
    if (!more) return ids;
    ids.push_back(rows.integer(0));
  }
}

Result<void> catch_up_ids(storage::Database& database) {
  if (database.dialect() == storage::Dialect::sqlite) return {};
  for (auto const table : tables) CE_CHECK(catch_up(database, table));
  return {};
}

}  // namespace ce::store
