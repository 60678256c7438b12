#pragma once

#include <filesystem>

#include "kiosk/journal/journal.h"
#include "shared/base/result.h"

namespace ce::staff {

/// Whether staff have closed the kiosk in that directory to visitors; it stays so over a restart.
[[nodiscard]] bool is_paused(std::filesystem::path const& directory);

/// Closes it, or opens it again, and tells central through the journal. Fails with storage_full or
/// storage_fault, or as Journal::note; it is closed even where central cannot be told.
Result<void> pause(std::filesystem::path const& directory, bool paused, journal::Journal& journal);

}  // namespace ce::staff
