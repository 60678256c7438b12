#pragma once

#include <cups/cups.h>

#include <array>
#include <optional>
#include <string>

#include "kiosk/ports/printer.h"

namespace ce::drivers {

inline constexpr std::array job_attributes{"job-id",
                                           "job-name",
                                           "job-state",
                                           "job-state-message",
                                           "job-state-reasons",
                                           "job-impressions-completed",
                                           "job-media-sheets-completed"};

/// RFC 8011 5.3.7; a number outside it counts as held_or_stopped, which makes staff look.
[[nodiscard]] ports::JobState job_state(int value);

/// Whether the job can still move paper.
[[nodiscard]] bool is_open(ports::JobState state);

/// The one job of an answer to Get-Job-Attributes or Print-Job; nothing when it names none.
[[nodiscard]] std::optional<ports::JobReport> job_in(ipp_t* answer);

/// The job called `job_name` in an answer to Get-Jobs, the newest if there are several.
[[nodiscard]] std::optional<ports::JobReport> job_named(ipp_t* answer, std::string const& job_name);

}  // namespace ce::drivers
