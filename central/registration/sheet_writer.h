#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "shared/base/result.h"

namespace ce::registration {

/// One sheet of texts as XLSX: the first row set off and kept in sight, the first `wide` columns broad. Every
/// cell is written as text, so nothing can run. All or nothing at `file`. Fails with storage_full or
/// storage_fault.
[[nodiscard]] Result<void> write_sheet(std::filesystem::path const& file, char const* title,
                                       std::vector<std::vector<std::string>> const& rows, std::size_t wide);

}  // namespace ce::registration
