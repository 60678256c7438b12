#pragma once

#include <cstdint>

#include "central/store/store.h"
#include "shared/base/clock.h"

namespace ce::roster {

/// Deletes people who left and of whom the regulation has nothing kept: closed for so many years, with
/// neither a learning record (article 5) nor a certificate (article 15), revoked ones included. With them go
/// their password, code, account, sessions, former numbers, hosting and standings; kiosks of their region
/// hear of it, and the chain of the region has an entry for each, without name or number. A few for each
/// call; gives how many. Any thread. Fails with storage errors.
[[nodiscard]] Result<std::int64_t> drop_departed(store::Store& store, std::int64_t years, Instant now);

}  // namespace ce::roster
