#pragma once

#include <cstdint>

#include "shared/base/result.h"
#include "shared/storage/database.h"

/// Rows of schema_steps, within the caller's transaction. Private to this room.
namespace ce::postgres {

/// Row 0 is no step: who takes steps holds it until the end of the transaction.
[[nodiscard]] Result<void> wait_in_queue(storage::Database& database);
[[nodiscard]] Result<bool> is_taken(storage::Database& database, std::int64_t number);
[[nodiscard]] Result<void> note_step(storage::Database& database, storage::Migration const& step,
                                     std::int64_t number);
/// A failure with the step's name.
[[nodiscard]] Result<void> told_of(storage::Migration const& step, Result<void> done);

}  // namespace ce::postgres
