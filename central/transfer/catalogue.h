#pragma once

#include <string>
#include <vector>

#include "shared/storage/database.h"

/// What tables a database has, asked from the database itself, so that a table added later needs no code
/// here.
namespace ce::transfer {

enum class Kind : std::uint8_t { integer, text, bytes };

struct Column {
  std::string name;
  Kind kind = Kind::text;
};

struct Table {
  std::string name;
  std::vector<Column> columns;   // in the order of their names: engines may have added them differently
  std::vector<std::string> key;  // columns of the primary key
  std::vector<std::string> references;  // other tables that its rows refer to
};

/// All tables but schema_steps, each after those that it refers to. Fails with storage_fault where tables
/// refer to each other in a circle or one has no primary key.
[[nodiscard]] Result<std::vector<Table>> catalogue(storage::Database& database);

/// "a, b, c"
[[nodiscard]] std::string list_of(std::vector<std::string> const& names);
[[nodiscard]] std::string columns_of(Table const& table);

}  // namespace ce::transfer
