#pragma once

#include <functional>

#include "central/imports/imports.h"
#include "shared/base/clock.h"

namespace ce::imports {

inline constexpr std::int64_t silence_ms = jobs::usual_silence_ms;

/// Works off one job if there is any; false when there was none. What a process that died left half done is
/// done again: rows that it had registered are not registered twice. What a jobs::Worker does.
[[nodiscard]] Result<bool> work_off_one(Desk const& desk, Clock const& clock,
                                        std::function<bool()> const& to_end,
                                        std::int64_t silence = silence_ms);

}  // namespace ce::imports
