#pragma once

#include <string_view>

#include "shared/base/clock.h"
#include "shared/base/result.h"
#include "shared/protocol/messages.h"
#include "shared/storage/database.h"

namespace ce::store {

/// How a print stands to the grants (rules.md), as the issue register's grant_standing says it:
///   granted  it named a grant of this kiosk, certificate and copy, which is consumed by it
///   withdrawn  as granted or over, but central had taken it back; the kiosk did not know yet
///   over     as granted, but the kiosk had given it back, or its ledger says that it printed after its end
///   reused   its grant was consumed by another print before
///   foreign  the grant it named is none of this kiosk, certificate and copy
///   forgotten  as foreign, but this store was brought back and may have given it before (central/grants)
///   without  it named none; a live grant that this kiosk holds for the copy is consumed all the same
/// A sheet has left a printer in each case, so the print is entered whatever the answer is (article 15).
struct GrantUse {
  std::string_view standing;
  bool allowed = false;  // by a grant of its own, as far as central can know
};
[[nodiscard]] Result<GrantUse> consume_grant(storage::Database& database, std::string_view kiosk,
                                             protocol::KioskEvent const& event,
                                             protocol::PrintRequested const& print, Instant now);

/// Notes that `kiosk` reported a print that no grant of its own allowed; an alarm (central/alarms).
[[nodiscard]] Result<void> note_ungranted(storage::Database& database, std::string_view kiosk, Instant now);

}  // namespace ce::store
