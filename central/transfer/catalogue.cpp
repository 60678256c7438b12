#include "central/transfer/catalogue.h"

#include <algorithm>
#include <array>
#include <set>

namespace ce::transfer {
namespace {

using storage::Database;

/// The questions in each engine's own words; $1 is a table.
struct Questions {
  std::string_view tables;
  std::string_view columns;  // name, type
  std::string_view key;
  std::string_view references;
};

constexpr Questions sqlite{
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name <> "
    "'schema_steps' "
    "ORDER BY name",
    "SELECT name, type FROM pragma_table_info($1) ORDER BY name",
    "SELECT name FROM pragma_table_info($1) WHERE pk > 0 ORDER BY pk",
    "SELECT DISTINCT \"table\" FROM pragma_foreign_key_list($1) ORDER BY 1"};

constexpr Questions postgresql{
    "SELECT table_name FROM information_schema.tables WHERE table_schema = current_schema() AND "
    "table_type = 'BASE TABLE' AND table_name NOT IN ('schema_steps', 'commit_keys', 'pulses') ORDER BY 1",
    "SELECT column_name, data_type FROM information_schema.columns WHERE table_schema = current_schema() AND "
    "table_name = $1 ORDER BY 1",
    "SELECT k.column_name FROM information_schema.table_constraints c JOIN "
    "information_schema.key_column_usage k "
    "ON k.constraint_schema = c.constraint_schema AND k.constraint_name = c.constraint_name AND "
    "k.table_name = c.table_name WHERE c.table_schema = current_schema() AND c.constraint_type = 'PRIMARY "
    "KEY' "
    "AND c.table_name = $1 ORDER BY k.ordinal_position",
    "SELECT DISTINCT u.table_name FROM information_schema.table_constraints c JOIN "
    "information_schema.constraint_column_usage u ON u.constraint_schema = c.constraint_schema AND "
    "u.constraint_name = c.constraint_name WHERE c.table_schema = current_schema() AND "
    "c.constraint_type = 'FOREIGN KEY' AND c.table_name = $1 ORDER BY 1"};

/// What refers to what without a key on one of the engines (central/store/schema_lean.cpp): an archive has
/// its tables in one order, whatever it was taken from. A year is closed behind its rows, or the new store
/// would refuse them.
constexpr std::array<std::pair<std::string_view, std::string_view>, 9> without_key{
    {{"certificates", "professionals"},
     {"yearly_verdicts", "professionals"},
     {"yearly_verdicts", "rule_readings"},
     {"certificates", "yearly_verdicts"},
     {"closed_years", "learning_records"},
     {"closed_years", "review_steps"},
     {"closed_years", "record_proofs"},
     {"closed_years", "yearly_verdicts"},
     {"closed_years", "certificates"}}};

Kind kind_of(std::string type) {
  std::transform(type.begin(), type.end(), type.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; });
  if (type.find("int") != std::string::npos) return Kind::integer;
  return type == "bytea" || type == "blob" ? Kind::bytes : Kind::text;
}

Result<std::vector<std::string>> names(Database& database, std::string_view question,
                                       std::string const* table) {
  auto rows = database.prepare(question);
  if (table != nullptr) rows.bind(1, *table);
  std::vector<std::string> all;
  for (;;) {
    CE_TRY(bool const more, rows.step());
    if (!more) return all;
    all.push_back(rows.text(0));
  }
}

Result<Table> describe_table(Database& database, Questions const& ask, std::string const& name) {
  Table table{name, {}, {}, {}};
  auto rows = database.prepare(ask.columns);
  rows.bind(1, name);
  for (;;) {
    CE_TRY(bool const more, rows.step());
    if (!more) break;
    table.columns.push_back({rows.text(0), kind_of(rows.text(1))});
  }
  CE_TRY(table.key, names(database, ask.key, &name));
  CE_TRY(table.references, names(database, ask.references, &name));
  for (auto const& [from, to] : without_key) {
    if (from == name) table.references.emplace_back(to);
  }
  if (table.key.empty()) return Failure{FailureCode::storage_fault, "table " + name + " has no primary key"};
  return table;
}

/// Takes what refers only to tables taken before, until nothing is left.
Result<std::vector<Table>> in_order(std::vector<Table> left) {
  std::vector<Table> sorted;
  std::set<std::string> taken;
  while (!left.empty()) {
    auto const waits = [&](Table const& table) {
      return std::any_of(table.references.begin(), table.references.end(),
                         [&](auto const& other) { return other != table.name && taken.count(other) == 0; });
    };
    auto const ready = std::find_if_not(left.begin(), left.end(), waits);
    if (ready == left.end()) {
      return Failure{FailureCode::storage_fault,
                     "tables refer to each other in a circle: " + left.front().name};
    }
    taken.insert(ready->name);
    sorted.push_back(std::move(*ready));
    left.erase(ready);
  }
  return sorted;
}

}  // namespace

Result<std::vector<Table>> catalogue(Database& database) {
  auto const& ask = database.dialect() == storage::Dialect::sqlite ? sqlite : postgresql;
  CE_TRY(auto const all, names(database, ask.tables, nullptr));
  std::vector<Table> tables;
  for (auto const& name : all) {
    CE_TRY(auto table, describe_table(database, ask, name));
    tables.push_back(std::move(table));
  }
  return in_order(std::move(tables));
}

std::string list_of(std::vector<std::string> const& names) {
  std::string list;
  for (auto const& name : names) list.append(list.empty() ? "" : ", ").append(name);
  return list;
}

std::string columns_of(Table const& table) {
  std::string list;
  for (auto const& column : table.columns) list.append(list.empty() ? "" : ", ").append(column.name);
  return list;
}

}  // namespace ce::transfer
