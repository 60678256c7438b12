#pragma once

#include <optional>
#include <string>
#include <vector>

#include "kiosk/drivers/serial/serial_port.h"
#include "kiosk/ports/code_scanner.h"

namespace ce::drivers {

struct SerialScannerOptions {
  std::vector<std::string> devices;  // paths or globs; the first that can be opened
  unsigned baud = 9600;
};

/// A code scanner on a serial line, 8N1. Opens the device at the first read and again, by the same patterns,
/// whenever it was gone. One thread.
class SerialScanner final : public ports::CodeScanner {
 public:
  explicit SerialScanner(SerialScannerOptions options) : options_(std::move(options)) {}

  /// See ports::CodeScanner. At most 4096 bytes a call.
  Result<SecretText> read(Tick deadline) override;
  void let_go() override { port_.reset(); }

  /// Opens the device if it is not open; its path. Fails as read().
  Result<std::string> find();

 private:
  SerialScannerOptions options_;
  std::optional<SerialPort> port_;
};

}  // namespace ce::drivers
