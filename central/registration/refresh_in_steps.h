#pragma once

#include <cstdint>
#include <vector>

#include "central/store/store.h"

namespace ce::registration {

/// Brings the standings of everybody whom these records are about up to date, some people to a transaction,
/// so that others write in between. Does nothing where they are. Records that are not there are passed over.
[[nodiscard]] Result<void> refresh_in_steps(store::Store& store, std::vector<std::int64_t> const& records,
                                            Instant now);

}  // namespace ce::registration
