#pragma once

#include <optional>
#include <string_view>

#include "shared/base/clock.h"

namespace ce::protocol {

/// What rfc3339() writes, and nothing else: "2026-03-01T06:05:09.120Z". Nothing for any other text.
[[nodiscard]] std::optional<Instant> parse_rfc3339(std::string_view text);

}  // namespace ce::protocol
