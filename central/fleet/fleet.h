#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "central/audit/audit.h"
#include "central/store/store.h"
#include "shared/base/clock.h"
#include "shared/base/result.h"
#include "shared/base/secret.h"
#include "shared/protocol/messages.h"

/// The kiosks out in the halls: who they are and how they are. Any thread.
namespace ce::fleet {

/// Whether `key` belongs to the enrolled kiosk `id`. Fails with not_permitted for an unknown key, another
/// kiosk's key or an empty one, always with the same words; with ledger_outdated for one that is cut off
/// (copies.h); with a storage failure where it cannot be known.
[[nodiscard]] Result<void> let_in(store::Store const& store, std::string_view id, SecretText const& key);

/// Enrols a kiosk by the hash of its key, and notes in the audit chain of its region that this operator did.
/// Fails with input_invalid where the id is taken or the region unknown.
[[nodiscard]] Result<void> enrol(store::Store& store, std::string_view operator_name,
                                 store::Kiosk const& kiosk, std::string_view key_hash, Instant now);

/// `by`, with the chain of the kiosk's region. Fails with record_unknown.
[[nodiscard]] Result<audit::Author> author_about(storage::Database& database, audit::Author by,
                                                 std::string_view kiosk);

/// Keeps what a kiosk says of itself and gives it central's time, by which it sees how far its clock is off.
/// Fails with ledger_outdated where another machine spoke for it (copies.h).
[[nodiscard]] Result<protocol::HealthReply> take_health(store::Store& store, std::string_view kiosk,
                                                        protocol::Health const& health, Instant now);

/// Keeps what a kiosk tells of its prints (Store::apply_events()), with an entry in the audit chain of its
/// region for each event that is new.
[[nodiscard]] Result<std::vector<protocol::EventReply>> take_events(
    store::Store& store, std::string_view kiosk, std::span<protocol::KioskEvent const> events, Instant now);

}  // namespace ce::fleet
