#pragma once

#include <span>

#include "shared/storage/database.h"

namespace ce::store {

/// schema() as a SQLite file lays it out best: whole-number keys are the row's own number, and tables marked
/// clustered lie in the order of their key, so that a look-up by it is one descent instead of two. The same
/// tables otherwise. Private to this room.
[[nodiscard]] std::span<storage::Migration const> file_schema();

/// How much memory and log the connection that writes may take.
[[nodiscard]] Result<void> tune_writer(storage::Database& database);
/// The same for one that only reads.
[[nodiscard]] Result<void> tune_reader(storage::Database& database);

}  // namespace ce::store
