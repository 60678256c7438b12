#include "kiosk/settings/read_scanner.h"

#include <algorithm>
#include <array>

namespace ce::settings {
namespace {

constexpr auto line_speeds = std::to_array<std::int64_t>({9600, 19200, 38400, 57600, 115200});

}  // namespace

void read_scanner(config_file::Section section, Reader const& reader, Scanner& scanner) {
  section.read("devices", scanner.devices);
  section.read("baud", line_speeds.front(), line_speeds.back(), scanner.baud);
  auto const known = [](auto const& list, auto const& one) {
    return std::find(list.begin(), list.end(), one) != list.end();
  };
  if (!known(line_speeds, scanner.baud)) {
    section.fail("baud", FailureCode::config_value_invalid, "应为 9600、19200、38400、57600 或 115200");
  }
  for (auto const& device : scanner.devices) {
    if (!known(reader.devices, device)) continue;
    section.fail("devices", FailureCode::config_value_invalid,
                 device + " 已是 [reader] 读卡器的设备，请为扫码器填写 /dev/serial/by-id 下的名称");
  }
  section.finish();
}

}  // namespace ce::settings
