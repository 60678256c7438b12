#pragma once

#include <string_view>

#include "central/grants/holder.h"

namespace ce::grants {

/// A store brought back from a backup does not know what was granted after it: such a grant may still print,
/// or have printed. Fails with grant_held, and until when, while the longest of them may be alive; then until
/// all that every other kiosk has in its ledger was delivered, `terms.silence_hours` at most (holder.h does
/// the same for one known grant). Within the caller's transaction.
[[nodiscard]] Result<void> check_forgotten(storage::Database& database, Terms const& terms,
                                           std::string_view kiosk, Instant now);

}  // namespace ce::grants
