#pragma once

#include <string_view>

#include "shared/base/clock.h"
#include "shared/base/entry_id.h"
#include "shared/base/result.h"
#include "shared/protocol/messages.h"
#include "shared/storage/database.h"

namespace ce::store {

/// How a print stands to the grants (rules.md), as the issue register's grant_standing says it:
///   granted  it named a grant of this kiosk, certificate and copy, which is consumed by it
///   withdrawn  as granted, but central had taken it back; the kiosk did not know yet
///   reused   its grant was consumed by another print before
///   foreign  the grant it named is none of this kiosk, certificate and copy
///   without  it named none; a live grant that this kiosk holds for the copy is consumed all the same
/// A sheet has left a printer in each case, so the print is entered whatever the answer is (article 15).
[[nodiscard]] Result<std::string_view> consume_grant(storage::Database& database, std::string_view kiosk,
                                                     EntryId const& print_id,
                                                     protocol::PrintRequested const& print, Instant now);

}  // namespace ce::store
