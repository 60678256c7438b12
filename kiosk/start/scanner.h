#pragma once

#include <string>

#include "kiosk/drivers/scanner/serial_scanner.h"
#include "kiosk/settings/settings.h"

namespace ce::start {

[[nodiscard]] drivers::SerialScannerOptions scanner_options(settings::Scanner const& scanner);

/// For --check: whether the scanner is there and can be opened, a line in Chinese; empty where none is
/// configured.
[[nodiscard]] std::string look_at_scanner(settings::Scanner const& scanner);

}  // namespace ce::start
