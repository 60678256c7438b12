#pragma once

#include <cups/cups.h>

#include <array>
#include <span>
#include <string>
#include <vector>

#include "kiosk/ports/printer.h"

namespace ce::drivers {

inline constexpr std::array printer_attributes{
    "printer-state",          "printer-state-reasons", "printer-is-accepting-jobs",
    "printer-make-and-model", "printer-uuid",          "marker-levels",
    "marker-types",
};

/// What an answer to Get-Printer-Attributes says. `ignored` are stems of reasons that do not count.
[[nodiscard]] ports::PrinterStatus printer_status(ipp_t* answer, std::span<std::string const> ignored);

}  // namespace ce::drivers
