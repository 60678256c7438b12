#pragma once

#include <cstdint>
#include <vector>

#include "shared/base/result.h"
#include "shared/storage/database.h"

namespace ce::store {

/// Tables whose rows are numbered by central.
enum class Numbered : std::uint8_t {
  employers,
  institutions,
  professionals,
  learning_records,
  rule_readings,
  yearly_verdicts,
  talent_agencies,
};

/// An id that no row of `table` has, for a row written in the same transaction of Store::write. On SQLite the
/// one after the highest; on PostgreSQL the next of a sequence, which others never wait for, so that ids of
/// work taken back stay unused.
[[nodiscard]] Result<std::int64_t> next_id(storage::Database& database, Numbered table);

/// `count` of them, ascending.
[[nodiscard]] Result<std::vector<std::int64_t>> next_ids(storage::Database& database, Numbered table,
                                                         std::size_t count);

/// Makes the sequences that are missing and brings those up that lag behind rows written with ids of their
/// own (a seed, an import). Nothing to do on SQLite.
[[nodiscard]] Result<void> catch_up_ids(storage::Database& database);

}  // namespace ce::store
