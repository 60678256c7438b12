#pragma once

#include <cstdint>
#include <string_view>

#include "shared/base/clock.h"
#include "shared/base/result.h"
#include "shared/storage/database.h"

namespace ce::grants {

/// Takes back what kiosks hold unused for this person's certificates, within the caller's transaction, and
/// keeps why. The copies are not free by it: a holder without network prints on until the grant's end, so
/// others wait as for a live one (holder.h), and the holder itself gets another. Gives how many there were.
/// Kiosks are told by the caller.
[[nodiscard]] Result<std::int64_t> withdraw_grants(storage::Database& database, std::int64_t professional,
                                                   std::string_view why, Instant now);

}  // namespace ce::grants
