#pragma once

#include <filesystem>

namespace ce::central_settings {

/// Where the program's own data is: in the source tree for a program in build/<preset>/bin/, under
/// /usr/share/ce-central once installed.
struct Places {
  std::filesystem::path config_dir;  // holds rules/ and regions/
  std::filesystem::path openapi;
  std::filesystem::path strings;  // the words of the kiosks' screens
};
[[nodiscard]] Places find_places();

}  // namespace ce::central_settings
