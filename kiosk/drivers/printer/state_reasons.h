#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/failure.h"

namespace ce::drivers {

/// The failure that a printer-state-reasons keyword stands for (RFC 8011 5.4.12, PWG 5100.9), nothing for
/// those that hold no sheet up: low paper or toner, a tray that is nearly full, a printer asleep (standby,
/// suspend, hibernate, resuming: a job wakes it). The suffix -error, -warning
/// or -report does not count: printers set it by their own state, so an idle one without paper says
/// media-empty-report.
[[nodiscard]] std::optional<FailureCode> problem_of(std::string_view reason);

/// `reason` without -error, -warning, -report.
[[nodiscard]] std::string_view stem_of(std::string_view reason);

/// The problems of all `reasons`, each once, what needs hands at the printer first. Stems in `ignored` are
/// passed over.
[[nodiscard]] std::vector<FailureCode> problems_of(std::span<std::string const> reasons,
                                                   std::span<std::string const> ignored);

}  // namespace ce::drivers
