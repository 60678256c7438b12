#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "shared/base/clock.h"
#include "shared/base/result.h"
#include "shared/credit/record.h"
#include "shared/storage/database.h"

namespace ce::store {

/// A learning record with the words that judging does not need.
struct StoredRecord {
  std::int64_t id = 0;
  std::string content;
  std::string institution;  // name, empty where none
  credit::Record record;
};

/// All records of a person, in the order of registration.
[[nodiscard]] Result<std::vector<StoredRecord>> records_of(storage::Database& database,
                                                           std::int64_t professional);

/// A record to be stored.
struct NewRecord {
  std::int64_t id = 0;
  std::int64_t professional = 0;
  std::optional<std::int64_t> institution;
  std::string content;
  credit::Record record;
  Instant created;
};

[[nodiscard]] Result<void> insert_record(storage::Database& database, NewRecord const& record);

}  // namespace ce::store
