#pragma once

#include <cstdint>
#include <string>

#include "kiosk/journal/standing.h"
#include "shared/base/clock.h"
#include "shared/base/result.h"
#include "shared/protocol/messages.h"
#include "shared/storage/database.h"

/// The ledger's own identity, and what comparing it with central's copy comes to. Parts of the caller's
/// transaction. Private to this room.
namespace ce::journal {

struct Life {
  EntryId ledger;
  Standing standing = Standing::sound;
  std::string boot;
  std::string epoch;  // of central's store, when it was last compared with
  std::string era;    // see Journal::era()
};

/// Makes the row where there is none.
Result<void> ensure_life(storage::Database& database, Standing standing);
Result<Life> life_of(storage::Database& database);
/// What it posts tells central why.
Result<void> change_standing(storage::Database& database, Standing standing, protocol::NoteKind kind,
                             std::string const& detail, Instant at);
/// Grants that are kept count no more.
Result<void> begin_era(storage::Database& database);
/// Changes a row and nothing else: whether the file can be written.
Result<void> beat(storage::Database& database);

/// The newest event; number 0 where there is none.
Result<protocol::LedgerPlace> newest_place(storage::Database& database);
/// The newest event that central accepted.
Result<std::int64_t> newest_delivered(storage::Database& database);

/// Whether that is another store of central's than the ledger knows; never where central does not say.
bool is_another(Life const& life, std::string const& epoch);

/// Whether the event at that place is the same here, or was once and is dropped since.
Result<bool> knows(storage::Database& database, protocol::LedgerHeld const& held);

/// See Journal::compare().
Result<Compared> compare_with(storage::Database& database, Answered const& answered, std::string const& boot,
                              Instant at);
/// See Journal::take_over().
Result<void> take_over_ledger(storage::Database& database, Instant at);

}  // namespace ce::journal
