#pragma once

#include <functional>

#include "central/imports/imports.h"
#include "shared/base/clock.h"

namespace ce::imports {

/// A job whose process has said nothing for so long is taken up by another one.
inline constexpr std::int64_t silence_ms = 120'000;

/// Works off one job if there is any; false when there was none. What a process that died left half done is
/// done again: rows that it had registered are not registered twice. What a jobs::Worker does.
[[nodiscard]] Result<bool> work_off_one(Desk const& desk, Clock const& clock,
                                        std::function<bool()> const& to_end);

}  // namespace ce::imports
