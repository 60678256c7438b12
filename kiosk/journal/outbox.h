#pragma once

#include <string>
#include <vector>

#include "kiosk/journal/entry.h"
#include "shared/base/result.h"
#include "shared/protocol/messages.h"
#include "shared/storage/database.h"

namespace ce::journal {

/// The events that central has still to hear of, oldest first; kept as the very text that is sent.

/// Part of the caller's transaction.
Result<void> post_event(storage::Database& database, protocol::KioskEvent const& event);

struct UnreadableEvent {
  std::int64_t seq = 0;
  std::string why;
};
struct PendingEvents {
  std::vector<protocol::KioskEvent> events;  // up to the limit
  std::vector<UnreadableEvent> unreadable;   // that were met on the way
};
[[nodiscard]] Result<PendingEvents> pending_events(storage::Database& database, std::size_t limit);
/// Keeps it for staff, as one that central refused.
Result<void> refuse_unreadable(storage::Database& database, UnreadableEvent const& event, Instant at);

/// `state` is delivered or refused. An event that is closed already stays as it is.
Result<void> close_event(storage::Database& database, EntryId const& event, std::string_view state,
                         std::string_view problem, Instant at);

/// Deletes up to `most` events that central accepted before `before`, oldest first; never the newest of all
/// nor the newest accepted one, by which central and kiosk find out how the other stands. Gives how many.
Result<std::int64_t> drop_delivered(storage::Database& database, Instant before, std::int64_t most);

Result<std::vector<RefusedEvent>> refused_events(storage::Database& database);

Result<std::int64_t> count_events(storage::Database& database, std::string_view state);

}  // namespace ce::journal
