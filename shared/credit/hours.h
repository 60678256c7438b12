#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "shared/base/units.h"

/// Credit hours as text, exact both ways: what is written is a whole number of 30 s units or is refused.
namespace ce::credit {

/// "6", "10.5" or, where no decimal is exact, a count of ninetieths "1619/90". Nothing for anything else:
/// signs, exponents, what is no whole number of units, more than a year of clock hours.
[[nodiscard]] std::optional<CreditUnits> exact_hours(std::string_view text);

/// The shortest text that exact_hours() reads back as `units`, which are zero or more.
[[nodiscard]] std::string exact_hours_text(CreditUnits units);

}  // namespace ce::credit
