#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <span>

#include "shared/base/result.h"
#include "shared/storage/database.h"

namespace ce::storage {

struct CopiedPages {
  std::int64_t done = 0;
  std::int64_t total = 0;
};

/// Copies the SQLite database `from`, which others may read and write meanwhile, to the new file `to`: one
/// committed state of it, that of the start. The copy appears under its name only when it is whole, sound in
/// every page, of the schema `migrations` or an earlier one, and on the disk; it needs no other file beside
/// it. Fails with input_invalid where `to` is there already, storage_unopenable, storage_full,
/// storage_corrupt, storage_newer, storage_fault; then nothing is left behind. Blocks for the disk.
[[nodiscard]] Result<void> copy_database(std::filesystem::path const& from, std::filesystem::path const& to,
                                         std::span<Migration const> migrations,
                                         std::function<void(CopiedPages)> const& progress = {});

}  // namespace ce::storage
