#pragma once

#include "central/store/store.h"
#include "shared/base/clock.h"

namespace ce::fleet {

/// Drops what only tells that a kiosk's event was delivered, `days` after it was: at most some hundred rows
/// for each call; gives how many. What the events were about stays: prints, outcomes, paper, notes and audit
/// entries; so does the newest of each ledger, by which a restored store and an old copy of a ledger are
/// known. Fails with storage errors.
[[nodiscard]] Result<std::int64_t> drop_old_events(store::Store& store, std::int64_t days, Instant now);

/// The above and Store::tidy(): true where there may be more to drop.
[[nodiscard]] Result<bool> keep_house(store::Store& store, std::int64_t days, Instant now);

}  // namespace ce::fleet
