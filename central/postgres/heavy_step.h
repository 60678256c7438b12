#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "shared/base/result.h"
#include "shared/storage/database.h"

/// Schema steps that take long on a large table. Private to this room.
namespace ce::postgres {

/// Whether each line of a step is marked as one that is done beside the work of other programs:
///   /* beside */ CREATE INDEX name ON ...;
///   /* in slices of table.key */ UPDATE table SET ... WHERE ...;
/// Fails with internal_fault where only some are: a step is either quick, and then one transaction, or this.
[[nodiscard]] Result<bool> is_heavy(storage::Migration const& step);

/// Takes such a step on two connections of its own: one keeps the queue of such steps, the other builds each
/// index CONCURRENTLY and fills rows a slice at a time, each a transaction, and rests between slices as long
/// as one took. What a broken-off run has left is finished or done anew. Notes the step as `number`, unless
/// another process has taken it meanwhile.
[[nodiscard]] Result<void> take_beside(std::string const& location, storage::Migration const& step,
                                       std::int64_t number);

}  // namespace ce::postgres
