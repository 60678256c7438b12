#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/ports/printer.h"
#include "shared/base/result.h"
#include "shared/certificate_pdf/render.h"

namespace ce::printers {

/// How far a printer needs what it prints moved, in tenths of a millimetre, by its calibration page.
struct Offset {
  std::int64_t right = 0;
  std::int64_t down = 0;
  bool operator==(Offset const&) const = default;
};

/// Paper that lies further off than this is no matter of offsets.
inline constexpr std::int64_t farthest_tenths_mm = 200;

/// "+1.5", in millimetres.
[[nodiscard]] std::string millimetres(std::int64_t tenths);
/// Tenths of "1.5", "-0.4" or "2"; input_invalid for anything else, finer or farther.
[[nodiscard]] Result<std::int64_t> tenths_of(std::string_view millimetres);

struct Calibrated {
  std::string printer;  // printer_key()
  std::string make;
  Offset offset;
};

/// What a printer is told by: its printer-uuid, or `address` where it names none.
[[nodiscard]] std::string printer_key(ports::PrinterStatus const& status, std::string const& address);

/// The offsets of every printer that staff have calibrated at this kiosk, in a file. Any thread.
class OffsetBook {
 public:
  /// `address`: the IPP address that this kiosk prints to.
  OffsetBook(std::filesystem::path file, std::string address)
      : file_(std::move(file)), address_(std::move(address)) {}

  /// Every printer, the one calibrated last at the end. Fails with storage_corrupt, naming the line.
  [[nodiscard]] Result<std::vector<Calibrated>> all() const;
  /// Nothing for a printer that was not calibrated yet. Fails as all().
  [[nodiscard]] Result<std::optional<Offset>> of(ports::PrinterStatus const& status) const;
  /// From now on that printer's, all or nothing. Fails as all() and with storage_full, storage_fault.
  [[nodiscard]] Result<void> keep(ports::PrinterStatus const& status, Offset offset);
  /// Where numbered stock is printed on that printer. Fails as all() and with paper_uncalibrated.
  [[nodiscard]] Result<certificate_pdf::Placement> placement(ports::PrinterStatus const& status) const;

 private:
  std::filesystem::path file_;
  std::string address_;
};

}  // namespace ce::printers
