#pragma once

#include <string>
#include <vector>

namespace ce::drivers {

/// The device files that `patterns` name now, in the order of the patterns, each once. A pattern is a path
/// or a glob such as /dev/ttyUSB*, because a reader plugged in again gets another number.
[[nodiscard]] std::vector<std::string> find_devices(std::vector<std::string> const& patterns);

}  // namespace ce::drivers
