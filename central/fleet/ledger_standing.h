#pragma once

#include <cstdint>
#include <string_view>

#include "shared/base/result.h"
#include "shared/protocol/messages.h"
#include "shared/storage/database.h"

namespace ce::fleet {

/// Whether a kiosk runs on its own ledger or on an old copy of it, as after its disk was restored.
enum class Standing : std::uint8_t {
  sound,
  suspected,  // a delivery under way may have overtaken one heartbeat
  outdated,   // two in a row told of fewer events than central holds
};

[[nodiscard]] std::string_view word_of(Standing standing);

/// As of its last heartbeat; sound before the first.
[[nodiscard]] Result<Standing> standing_of(storage::Database& database, std::string_view kiosk);

/// Pure.
[[nodiscard]] Standing standing_after(Standing before, protocol::LedgerPlace const& told,
                                      protocol::LedgerHeld const& held);

}  // namespace ce::fleet
