#pragma once

#include "kiosk/journal/journal.h"
#include "kiosk/sync/key_shelf.h"
#include "shared/base/result.h"
#include "shared/protocol/messages.h"

namespace ce::sync {

/// Corrects what an answer says of certificates by what this kiosk's ledger knows better: one that is
/// printable or unresolved there but has a sheet here reads printed; one whose print here is open reads
/// unresolved. Fails as Journal does; certificates before the failing one are corrected.
Result<void> apply_ledger(journal::Journal const& journal, protocol::PersonYears& years);

/// An answer that is kept here was told before the delta told a certificate void: it reads revoked, without a
/// grant, and without the words of staff, which the delta does not tell.
void apply_revocations(KeyShelf const& keys, protocol::PersonYears& years);

}  // namespace ce::sync
