#pragma once

#include "kiosk/drivers/scanner/serial_scanner.h"
#include "kiosk/settings/settings.h"

namespace ce::start {

[[nodiscard]] drivers::SerialScannerOptions scanner_options(settings::Scanner const& scanner);

}  // namespace ce::start
