#pragma once

#include <string>
#include <vector>

#include "shared/base/result.h"

namespace ce::staff_desk {

/// Runs that command to its end. Fails with not_permitted where it cannot be started or says no.
[[nodiscard]] Result<void> power_off(std::vector<std::string> const& command);

}  // namespace ce::staff_desk
