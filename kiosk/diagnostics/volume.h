#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "shared/base/result.h"

namespace ce::diagnostics {

/// The one volume that is mounted at a path which one of `patterns` (fnmatch, '*' within a name) describes.
/// `mounts`: the kernel's list. Fails with input_invalid, in Chinese for staff, where there is none or more
/// than one.
[[nodiscard]] Result<std::filesystem::path> find_volume(
    std::vector<std::string> const& patterns, std::filesystem::path const& mounts = "/proc/self/mountinfo");

}  // namespace ce::diagnostics
