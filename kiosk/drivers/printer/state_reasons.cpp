#include "kiosk/drivers/printer/state_reasons.h"

#include <algorithm>
#include <array>
#include <utility>

namespace ce::drivers {
namespace {

// Gravest first: what keeps a sheet from moving at all before what can be refilled.
constexpr auto stems = std::to_array<std::pair<std::string_view, FailureCode>>({
    {"media-jam", FailureCode::printer_jammed},
    {"cover-open", FailureCode::printer_cover_open},
    {"door-open", FailureCode::printer_cover_open},
    {"interlock-open", FailureCode::printer_cover_open},
    {"media-empty", FailureCode::printer_out_of_paper},
    {"media-needed", FailureCode::printer_out_of_paper},
    {"input-tray-missing", FailureCode::printer_out_of_paper},
    {"toner-empty", FailureCode::printer_out_of_toner},
    {"marker-supply-empty", FailureCode::printer_out_of_toner},
    {"marker-supply-missing", FailureCode::printer_out_of_toner},
    {"developer-empty", FailureCode::printer_out_of_toner},
    {"opc-life-over", FailureCode::printer_stopped},
    {"fuser-over-temp", FailureCode::printer_stopped},
    {"fuser-under-temp", FailureCode::printer_stopped},
    {"output-area-full", FailureCode::printer_stopped},
    {"output-tray-missing", FailureCode::printer_stopped},
    {"marker-waste-full", FailureCode::printer_stopped},
    {"interpreter-resource-unavailable", FailureCode::printer_stopped},
    {"spool-area-full", FailureCode::printer_stopped},
    {"stopped-partly", FailureCode::printer_stopped},
    {"stopping", FailureCode::printer_stopped},
    {"moving-to-paused", FailureCode::printer_stopped},
    {"paused", FailureCode::printer_stopped},
    {"hold-new-jobs", FailureCode::printer_stopped},
    {"deactivated", FailureCode::printer_stopped},
    {"timed-out", FailureCode::printer_stopped},
    {"connecting-to-device", FailureCode::printer_stopped},
    {"offline", FailureCode::printer_stopped},
    {"shutdown", FailureCode::printer_stopped},
    {"power-down", FailureCode::printer_stopped},
});

}  // namespace

std::string_view stem_of(std::string_view reason) {
  for (std::string_view const suffix : {"-error", "-warning", "-report"}) {
    if (reason.ends_with(suffix)) return reason.substr(0, reason.size() - suffix.size());
  }
  return reason;
}

std::optional<FailureCode> problem_of(std::string_view reason) {
  auto const stem = stem_of(reason);
  auto const* const row =
      std::find_if(stems.begin(), stems.end(), [&](auto const& known) { return known.first == stem; });
  if (row == stems.end()) return std::nullopt;
  return row->second;
}

std::vector<FailureCode> problems_of(std::span<std::string const> reasons,
                                     std::span<std::string const> ignored) {
  auto const holds = [](std::span<std::string const> words, std::string_view stem) {
    return std::any_of(words.begin(), words.end(),
                       [&](std::string const& word) { return stem_of(word) == stem; });
  };
  std::vector<FailureCode> problems;
  for (auto const& [stem, code] : stems) {
    if (!holds(reasons, stem) || holds(ignored, stem)) continue;
    if (std::find(problems.begin(), problems.end(), code) == problems.end()) problems.push_back(code);
  }
  return problems;
}

}  // namespace ce::drivers
