#pragma once

#include <cstdint>
#include <filesystem>
#include <string_view>

#include "shared/base/result.h"

namespace ce {

/// What is to be done where the file's directory is missing.
enum class MissingDirectory : std::uint8_t { refuse, make };

/// Makes what is missing of that path; whether anything was. What root makes is the owner's of what it lies
/// in (owner.h). Fails with storage_full or storage_fault.
[[nodiscard]] Result<bool> make_directories(std::filesystem::path const& directory);

/// Puts `bytes` at `path`, all or nothing: a file beside it is written, synced and renamed, and the directory
/// synced. Readable by its owner alone, since most of what we write names a person; what root writes into a
/// service's directory is the service's (owner.h). Blocks for the disk.
/// Fails with storage_full or storage_fault, naming the path and the system's reason; then nothing is left
/// behind.
[[nodiscard]] Result<void> write_durably(std::filesystem::path const& path, std::string_view bytes,
                                         MissingDirectory missing = MissingDirectory::refuse);

/// Writes all of `bytes` to an open file and presses them to the disk: 0, or the system's error. Blocks for
/// the disk.
[[nodiscard]] int write_and_sync(int file, std::string_view bytes);

/// Presses a directory to the disk: what was made, renamed or deleted in it stays so behind a power cut.
/// Fails with storage_full or storage_fault.
[[nodiscard]] Result<void> sync_directory(std::filesystem::path const& directory);

}  // namespace ce
