#pragma once

#include <string_view>
#include <vector>

#include "central/audit/audit.h"
#include "shared/protocol/item_states.h"
#include "shared/storage/database.h"

namespace ce::remote_settings {

/// Keeps what a kiosk says of its items with its heartbeat, notes what it answered, and gives back what it
/// does not have yet: each item's last word alone. Within the heartbeat's transaction; `by` is the kiosk,
/// with its region. An item that it has taken up ends an idle time told by the delta
/// (fleet/kiosk_settings.h).
[[nodiscard]] Result<std::vector<protocol::ItemTold>> exchange(storage::Database& database,
                                                               audit::Author const& by,
                                                               std::string_view kiosk,
                                                               std::vector<protocol::ItemState> const& states,
                                                               Instant now);

}  // namespace ce::remote_settings
