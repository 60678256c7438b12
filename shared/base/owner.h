#pragma once

#include <filesystem>

namespace ce {

/// Root at work in a service's own directory (sudo) would leave files there that the service cannot read, and
/// by which it does not start again: what root makes belongs to whom its directory belongs to. `file` is an
/// open descriptor of what was just made in `directory`. Does nothing for anybody but root. 0, or the
/// system's error. Any thread.
[[nodiscard]] int give_to_owner_of(std::filesystem::path const& directory, int file);

}  // namespace ce
