#pragma once

#include <optional>
#include <string_view>

#include "shared/base/result.h"
#include "shared/protocol/messages.h"
#include "shared/storage/database.h"

namespace ce::store {

/// What an event left in the registers, so that one that comes again after its delivery's row was dropped
/// (central/fleet/old_events.h) is answered as before and does nothing twice: accepted, or a conflict where
/// the register has something else under its id. Nothing where it left nothing, or what it does is the same
/// however often it comes. Part of the caller's transaction.
[[nodiscard]] Result<std::optional<protocol::Acceptance>> fact_of(storage::Database& database,
                                                                  std::string_view kiosk,
                                                                  protocol::KioskEvent const& event);

}  // namespace ce::store
