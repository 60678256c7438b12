#pragma once

#include <filesystem>
#include <span>

#include "shared/storage/database.h"

namespace ce::storage {

/// Whether the database may be taken up to `migrations`: storage_newer if it is ahead of them,
/// storage_unopenable if its steps so far bear other names, so that it belongs to another program. Reads
/// only.
[[nodiscard]] Result<void> check_schema(Database& database, std::filesystem::path const& file,
                                        std::span<Migration const> migrations);

/// Takes the missing steps, all in one transaction.
[[nodiscard]] Result<void> migrate(Database& database, std::filesystem::path const& file,
                                   std::span<Migration const> migrations);

}  // namespace ce::storage
