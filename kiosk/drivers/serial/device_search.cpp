#include "kiosk/drivers/serial/device_search.h"

#include <glob.h>

#include <algorithm>
#include <memory>
#include <span>

namespace ce::drivers {

std::vector<std::string> find_devices(std::vector<std::string> const& patterns) {
  std::vector<std::string> devices;
  for (std::string const& pattern : patterns) {
    glob_t found{};
    std::unique_ptr<glob_t, decltype(&::globfree)> const freed{&found, &::globfree};
    if (::glob(pattern.c_str(), 0, nullptr, &found) != 0) continue;
    for (char const* path : std::span{found.gl_pathv, found.gl_pathc}) {
      if (std::find(devices.begin(), devices.end(), path) == devices.end()) devices.emplace_back(path);
    }
  }
  return devices;
}

}  // namespace ce::drivers
