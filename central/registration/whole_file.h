#pragma once

#include <filesystem>
#include <string_view>

#include "shared/base/result.h"

namespace ce::registration {

/// Puts `bytes` at `path`, all or nothing, making its directory where it is missing: a file beside it is
/// written, synced and renamed, and the directory synced. For its owner alone. Fails with storage_full or
/// storage_fault; then nothing is left behind.
[[nodiscard]] Result<void> write_whole_file(std::filesystem::path const& path, std::string_view bytes);

}  // namespace ce::registration
