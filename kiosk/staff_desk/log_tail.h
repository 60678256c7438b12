#pragma once

#include <filesystem>

#include "kiosk/staff_area/answers.h"

namespace ce::staff_desk {

/// The newest lines of the log of that level (log::Level) and graver, newest first: at most 200 of the last
/// 256 KiB. What the log holds passed log::redact() already. Blocks for the disk.
[[nodiscard]] staff_area::LogSeen read_log(std::filesystem::path const& file, int least);

}  // namespace ce::staff_desk
