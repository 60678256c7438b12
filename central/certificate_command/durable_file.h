#pragma once

#include <filesystem>
#include <string_view>

#include "shared/base/result.h"

namespace ce::certificate_command {

/// Replaces `path` by these bytes, all or nothing: a file beside it is written, synced and renamed. Readable
/// by its owner alone, since a certificate names a person. Fails with storage_full or storage_fault, naming
/// the path and the system's reason; then nothing is left behind.
[[nodiscard]] Result<void> write_durably(std::filesystem::path const& path, std::string_view bytes);

}  // namespace ce::certificate_command
