#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "shared/base/clock.h"
#include "shared/base/result.h"

/// When a hall is open.
namespace ce::hours {

/// "always", "weekdays", "monday_to_saturday", "daily": as the configuration says it.
enum class Days : std::uint8_t { always, weekdays, monday_to_saturday, daily };

struct Plan {
  Days days = Days::always;
  std::vector<std::string> open{"09:00-12:00", "14:00-17:00"};  // each open day; span_of()
  std::vector<std::string> closed;                              // days of those that are not; days_of()
  std::vector<std::string> working;                             // days beside those that are
  bool operator==(Plan const&) const = default;
};

/// Minutes of the day, the second not included.
using Span = std::pair<int, int>;
/// "09:00-12:00". Fails with input_invalid, saying how it should be.
[[nodiscard]] Result<Span> span_of(std::string_view text);
/// "2026-10-10", or "2026-10-01/2026-10-07", both included. Fails with input_invalid.
[[nodiscard]] Result<std::pair<Date, Date>> days_of(std::string_view text);

struct Standing {
  bool open = true;
  std::optional<Instant> opens;  // when it opens next, while it is closed; nothing within a year
};
/// How a hall with that plan stands. What cannot be read of the plan is passed over: the configuration was
/// checked. `serving_on`: the whole of that day it is open, whatever the plan says.
[[nodiscard]] Standing standing(Plan const& plan, Instant now, std::optional<Date> serving_on = {});

}  // namespace ce::hours
