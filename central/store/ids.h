#pragma once

#include <cstdint>

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

/// The id after the highest of `table`, for a row written in the same transaction of Store::write.
[[nodiscard]] Result<std::int64_t> next_id(storage::Database& database, Numbered table);

}  // namespace ce::store
