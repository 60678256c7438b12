#pragma once

#include <functional>

#include "central/batches/batches.h"
#include "shared/base/clock.h"

namespace ce::batches {

inline constexpr std::int64_t silence_ms = jobs::usual_silence_ms;

/// Works off one job if there is any; false when there was none. What a process that died left half done is
/// gone on with under the same batch. What a jobs::Worker does.
[[nodiscard]] Result<bool> work_off_one(store::Store& store, Clock const& clock,
                                        std::function<bool()> const& to_end,
                                        std::int64_t silence = silence_ms);

}  // namespace ce::batches
