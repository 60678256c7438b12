#pragma once

#include <optional>
#include <string>

#include "shared/base/clock.h"
#include "shared/base/result.h"
#include "shared/storage/database.h"

namespace ce::changes {

/// The life of this store's numbers: a restored backup begins another, because it may give out numbers anew
/// that kiosks have seen already. Nothing before the first.
[[nodiscard]] Result<std::optional<std::string>> epoch(storage::Database& database);

/// When it did, by central's clock.
[[nodiscard]] Result<std::optional<Instant>> epoch_began(storage::Database& database);

/// Begins the first epoch unless there is one.
[[nodiscard]] Result<void> ensure_epoch(storage::Database& database, Instant now);
/// Begins a new one in a store that was brought back: every kiosk starts anew, and no copy is granted for as
/// long as a grant that this store has forgotten may be alive (central/grants/after_restore.h), and no number
/// is given out until somebody has looked (central/restored).
[[nodiscard]] Result<void> begin_epoch(storage::Database& database, Instant now);

}  // namespace ce::changes
