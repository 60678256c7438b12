#include "central/settings/places.h"

#include <system_error>

namespace ce::central_settings {

Places find_places() {
  std::error_code error;
  auto const program = std::filesystem::read_symlink("/proc/self/exe", error);
  auto const tree = program.parent_path().parent_path().parent_path().parent_path();
  if (!error && std::filesystem::exists(tree / "shared/protocol/openapi.yaml", error)) {
    return {.config_dir = tree / "config",
            .openapi = tree / "shared/protocol/openapi.yaml",
            .strings = tree / "assets/strings"};
  }
  std::filesystem::path const installed{"/usr/share/ce-central"};
  return {.config_dir = installed, .openapi = installed / "openapi.yaml", .strings = installed / "strings"};
}

}  // namespace ce::central_settings
