#pragma once

#include <filesystem>
#include <iosfwd>

#include "shared/base/result.h"

namespace ce::set_up {

/// Sets a machine up from a file of answers: examines all of it first and tells each finding; only where all
/// is well are key, configuration and PIN written, each whole or not at all, the configuration of before kept
/// beside the new one as "<config>.before". Fails as read_answers(), with config_value_invalid where
/// something is wrong (nothing was changed then), storage_full, storage_fault.
[[nodiscard]] Result<void> set_up(std::filesystem::path const& answers_file,
                                  std::filesystem::path const& config, std::ostream& out);

}  // namespace ce::set_up
