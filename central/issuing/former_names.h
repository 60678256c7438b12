#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shared/base/clock.h"
#include "shared/protocol/changes.h"
#include "shared/storage/database.h"

namespace ce::issuing {

/// The names that a region's authority had, oldest first: a kiosk without network shows the one that stands
/// on the sheet.
[[nodiscard]] Result<std::vector<protocol::FormerName>> former_names(storage::Database& database,
                                                                     std::string_view region);

/// It was called `name` until today. Part of the caller's transaction, which touches the authority.
[[nodiscard]] Result<void> note_former_name(storage::Database& database, std::string_view region,
                                            std::string_view name, Instant now);

}  // namespace ce::issuing
