#pragma once

#include <optional>
#include <string_view>

#include "shared/base/clock.h"
#include "shared/base/result.h"
#include "shared/protocol/messages.h"
#include "shared/storage/database.h"

/// Where a kiosk's events stand in its ledger: which of them a restored store has lost, and whether the kiosk
/// runs on an old copy of its ledger. Parts of the caller's transaction.
namespace ce::store {

/// Keeps the place of an event that is in the store; one that it has stays as it is.
[[nodiscard]] Result<void> note_place(storage::Database& database, std::string_view kiosk,
                                      protocol::KioskEvent const& event);

/// Whether that place belongs to another event: then the kiosk's ledger went back in time.
[[nodiscard]] Result<bool> place_is_taken(storage::Database& database, std::string_view kiosk,
                                          protocol::KioskEvent const& event);

/// The newest event of that ledger, of those that came before `before` where that is given.
[[nodiscard]] Result<protocol::LedgerHeld> newest_held(storage::Database& database, std::string_view kiosk,
                                                       EntryId const& ledger,
                                                       std::optional<Instant> before = {});

}  // namespace ce::store
