#pragma once

#include <string>
#include <vector>

#include "central/replay/replay.h"

namespace ce::replay {

/// A replay told to a clerk, a line each: certificate, what it is judged by, figures then and now, whether
/// they agree and, if not, why. Chinese; the name is masked.
[[nodiscard]] std::vector<std::string> account_of(Replay const& replay);

/// The same as one JSON object; times in units of 30 s. Without the name.
[[nodiscard]] std::string json_of(Replay const& replay);

}  // namespace ce::replay
