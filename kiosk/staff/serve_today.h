#pragma once

#include <filesystem>
#include <optional>

#include "shared/base/clock.h"
#include "shared/base/result.h"

namespace ce::staff {

/// The day on which staff of the kiosk in that directory have it serve, whatever its opening hours say; it
/// stays so over a restart. Nothing where they did not, or what is there cannot be read.
[[nodiscard]] std::optional<Date> serves_on(std::filesystem::path const& directory);

/// Has it serve on that day. Blocks for the disk. Fails with storage_full or storage_fault.
Result<void> serve_on(std::filesystem::path const& directory, Date day);

}  // namespace ce::staff
