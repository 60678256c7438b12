#pragma once

#include <array>
#include <string>

#include "central/console/visitor.h"

namespace ce::console {

/// Certificates issued in each month of a calendar year by the authorities of a scope.
[[nodiscard]] Result<std::array<std::int64_t, 12>> issued_by_month(Visitor const& visitor,
                                                                   std::string const& scope, int year);

}  // namespace ce::console
