#pragma once

#include <filesystem>

#include "shared/base/result.h"

namespace ce::storage {

/// Puts a valid database without tables at `file`, whole or not at all: it is made under another name in the
/// same directory, pressed to the disk and renamed. So an empty file is never our own half-made database.
/// Its owner alone reads it. Its pages take so many bytes, a power of two from 512 to 65536.
/// A file that appears there meanwhile is kept. Fails with storage_unopenable, storage_full, storage_fault.
[[nodiscard]] Result<void> create_empty(std::filesystem::path const& file, int page_bytes);

/// Moves `from` to `to` unless something is there already; false then.
[[nodiscard]] Result<bool> rename_if_free(std::filesystem::path const& from, std::filesystem::path const& to);

/// Makes the empty file, for its owner alone; what root makes in a service's directory is the service's
/// (shared/base/owner.h). Fails with storage_unopenable (it is there), storage_full.
[[nodiscard]] Result<void> make_private(std::filesystem::path const& file);

/// Presses the file's name to the disk, as far as its file system can.
void sync_directory_of(std::filesystem::path const& file);

}  // namespace ce::storage
