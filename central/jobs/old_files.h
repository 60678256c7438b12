#pragma once

#include <chrono>
#include <filesystem>

namespace ce::jobs {

/// Removes the files of a directory that were written so long ago: what a process left that died between a
/// file and the row that names it. By the machine's own clock. Best effort.
void remove_old_files(std::filesystem::path const& directory, std::chrono::hours age);

}  // namespace ce::jobs
