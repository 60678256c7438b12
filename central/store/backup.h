#pragma once

#include <filesystem>
#include <functional>
#include <string>

#include "shared/base/clock.h"
#include "shared/base/result.h"

namespace ce::store {

/// Pages copied so far and pages in all.
using CopyProgress = std::function<void(std::int64_t done, std::int64_t total)>;

/// Writes one committed state of the SQLite store `from` to the new file `to`, while others read and write;
/// proven before it gets its name. Fails as storage::copy_database does; nothing is left behind then.
[[nodiscard]] Result<void> back_up(std::filesystem::path const& from, std::filesystem::path const& to,
                                   CopyProgress const& progress = {});

/// Makes the store `to` from the backup `from`, which stays as it is. The store begins a new epoch of the
/// delta: numbers of changes that kiosks have seen may be given out anew. Fails as back_up().
[[nodiscard]] Result<void> restore(std::filesystem::path const& from, std::filesystem::path const& to,
                                   Instant now, CopyProgress const& progress = {});

/// For a server that was brought back to an earlier state by its own means: the new epoch alone, as restore()
/// begins it. `location` as Store::open() takes it.
[[nodiscard]] Result<void> begin_anew(std::string const& location, Instant now);

}  // namespace ce::store
