#pragma once

#include <filesystem>

#include "kiosk/ports/printer.h"
#include "shared/base/result.h"
#include "shared/log/log.h"

namespace ce::printers {

/// Which printer this kiosk prints on: its printer-uuid and make, kept in a file. The first one seen is
/// taken; another in its place waits until staff have looked at its paper and its calibration. A printer
/// without a uuid is told by its make alone. Any thread; the file is read anew each time, for staff accept in
/// a program of their own.
class PrinterCard {
 public:
  PrinterCard(std::filesystem::path file, log::Logger const& logger)
      : file_(std::move(file)), logger_(&logger) {}

  [[nodiscard]] bool is_same(ports::PrinterStatus const& status);
  /// From now on it is this one. Fails with storage_full or storage_fault.
  Result<void> accept(ports::PrinterStatus const& status);

 private:
  std::filesystem::path file_;
  log::Logger const* logger_;
  bool told_ = false;
};

}  // namespace ce::printers
