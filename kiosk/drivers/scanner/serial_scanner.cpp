#include "kiosk/drivers/scanner/serial_scanner.h"

#include <utility>

#include "kiosk/drivers/serial/device_search.h"

namespace ce::drivers {

Result<std::string> SerialScanner::find() {
  if (port_) return port_->device();
  std::string patterns;
  for (auto const& pattern : options_.devices) patterns += " " + pattern;
  Failure gravest{FailureCode::reader_absent, "no device matches" + patterns};
  for (auto const& device : find_devices(options_.devices)) {
    auto opened = SerialPort::open(device, options_.baud);
    if (!opened) {
      gravest = opened.failure();
      continue;
    }
    port_.emplace(std::move(opened).value());
    port_->discard_input();
    return device;
  }
  return gravest;
}

Result<SecretText> SerialScanner::read(Tick deadline) {
  CE_CHECK(find());
  auto got = port_->read(deadline);
  if (!got) port_.reset();
  return got;
}

}  // namespace ce::drivers
