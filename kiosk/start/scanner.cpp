#include "kiosk/start/scanner.h"

namespace ce::start {

drivers::SerialScannerOptions scanner_options(settings::Scanner const& scanner) {
  return {scanner.devices, static_cast<unsigned>(scanner.baud)};
}

}  // namespace ce::start
