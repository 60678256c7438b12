#include "kiosk/journal/boot.h"

#include <fstream>

namespace ce::journal {

std::string boot_id() {
  std::ifstream in{"/proc/sys/kernel/random/boot_id"};
  std::string id;
  std::getline(in, id);
  return id;
}

}  // namespace ce::journal
