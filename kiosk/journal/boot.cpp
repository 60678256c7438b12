#include "kiosk/journal/boot.h"

#include <cstdlib>
#include <fstream>

namespace ce::journal {

std::string boot_id(std::filesystem::path const& kernels) {
  std::ifstream in{kernels};
  std::string id;
  std::getline(in, id);
  if (id.empty()) {
    if (auto const* const told = std::getenv("CE_BOOT_ID"); told != nullptr) id = told;
  }
  std::erase(id, '-');  // systemd writes it without
  return id;
}

}  // namespace ce::journal
