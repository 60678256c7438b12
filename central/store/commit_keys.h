#pragma once

#include <string>

#include "shared/storage/database.h"

/// How a commit whose answer was lost is asked for: each write to a server keeps a key of its own in the same
/// transaction. Private to this room.
namespace ce::store {

/// One that nobody has used; those of a later millisecond sort behind, so that the index grows at its end.
[[nodiscard]] std::string new_commit_key();

/// Keeps it with what the open transaction writes, without waiting: the last statement before the commit.
[[nodiscard]] Result<void> keep_commit_key(storage::Database& database, std::string const& key);

/// Whether the transaction of `key` was kept, for certain and for good: where it was not, it cannot be any
/// more. Waits for one that is still under way, at most 10 s (storage_busy). May be asked again after any
/// failure.
[[nodiscard]] Result<bool> was_kept(storage::Database& database, std::string const& key);

/// At most so many are dropped at once.
inline constexpr std::int64_t commit_keys_at_once = 5000;
/// Deletes some of those that are older than a day, which nobody asks for any more; gives how many.
[[nodiscard]] Result<std::int64_t> drop_old_commit_keys(storage::Database& database);

}  // namespace ce::store
