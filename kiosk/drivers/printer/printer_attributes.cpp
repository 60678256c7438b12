#include "kiosk/drivers/printer/printer_attributes.h"

#include <algorithm>

#include "kiosk/drivers/printer/ipp_attributes.h"
#include "kiosk/drivers/printer/state_reasons.h"

namespace ce::drivers {
namespace {

// "none" stands for no reason at all (RFC 8011 5.4.12).
std::vector<std::string> reasons_in(ipp_t* answer) {
  auto reasons = texts_of(answer, "printer-state-reasons");
  std::erase(reasons, "none");
  return reasons;
}

bool is_ink(std::string const& type) {
  return (type.starts_with("toner") || type.starts_with("ink")) && type.find("waste") == std::string::npos;
}

// The emptiest cartridge. A negative level means unknown (PWG 5100.9); without types the first one counts.
std::optional<int> toner_in(ipp_t* answer) {
  auto const levels = numbers_of(answer, "marker-levels");
  auto const types = texts_of(answer, "marker-types");
  std::optional<int> lowest;
  for (std::size_t i = 0; i < levels.size(); ++i) {
    bool const counts = types.size() == levels.size() ? is_ink(types[i]) : i == 0;
    if (counts && levels[i] >= 0 && levels[i] <= 100) lowest = std::min(lowest.value_or(100), levels[i]);
  }
  return lowest;
}

bool is_toner_low(std::string const& reason) {
  auto const stem = stem_of(reason);
  return stem == "toner-low" || stem == "marker-supply-low" || stem == "developer-low";
}

}  // namespace

ports::PrinterStatus printer_status(ipp_t* answer, std::span<std::string const> ignored) {
  ports::PrinterStatus status;
  status.reasons = reasons_in(answer);
  status.problems = problems_of(status.reasons, ignored);
  bool const stopped = number_of(answer, "printer-state") == IPP_PSTATE_STOPPED;
  bool const accepting = flag_of(answer, "printer-is-accepting-jobs").value_or(true);
  if ((stopped || !accepting) && status.problems.empty()) {
    status.problems.push_back(FailureCode::printer_stopped);
  }
  status.ready = status.problems.empty();
  constexpr int low_percent = 10;
  status.toner_percent = toner_in(answer);
  status.toner_low = std::any_of(status.reasons.begin(), status.reasons.end(), is_toner_low) ||
                     status.toner_percent.value_or(100) <= low_percent;
  status.paper_low = std::any_of(status.reasons.begin(), status.reasons.end(),
                                 [](std::string const& reason) { return stem_of(reason) == "media-low"; });
  status.make_and_model = text_of(answer, "printer-make-and-model");
  status.uuid = text_of(answer, "printer-uuid");
  return status;
}

}  // namespace ce::drivers
