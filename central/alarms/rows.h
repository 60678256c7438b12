#pragma once

#include "central/alarms/alarm.h"
#include "shared/storage/database.h"

/// The tables of this room. Private to it.
namespace ce::alarms {

/// Those that stand.
[[nodiscard]] Result<std::vector<Alarm>> standing(storage::Database& database);
/// False where it stands already: another process was quicker.
[[nodiscard]] Result<bool> begin(storage::Database& database, Alarm const& alarm);
/// False where it has ended.
[[nodiscard]] Result<bool> end(storage::Database& database, Alarm const& alarm, Instant now);
/// It stands still, as of now.
[[nodiscard]] Result<void> seen_again(storage::Database& database, Alarm const& alarm, Instant now);
[[nodiscard]] Result<Instant> last_seen(storage::Database& database, Alarm const& alarm);

/// Lays down that the alarm's beginning, or its end, is to be delivered.
[[nodiscard]] Result<void> to_deliver(storage::Database& database, Alarm const& alarm, Instant now);

}  // namespace ce::alarms
