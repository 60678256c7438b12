#pragma once

#include <functional>

#include "central/register_jobs/register_jobs.h"
#include "shared/base/clock.h"

namespace ce::register_jobs {

/// Works off one job if there is any; false when there was none. What a process that died left half done is
/// written anew. What a jobs::Worker does.
[[nodiscard]] Result<bool> work_off_one(Desk const& desk, Clock const& clock,
                                        std::function<bool()> const& to_end,
                                        std::int64_t silence = jobs::usual_silence_ms);

}  // namespace ce::register_jobs
