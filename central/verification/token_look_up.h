#pragma once

#include <string_view>

#include "central/store/store.h"
#include "shared/base/clock.h"
#include "shared/base/result.h"
#include "shared/protocol/messages.h"

namespace ce::verification {

/// What the public may learn by the code of a sheet (rules.md, public verification): every printed fact, for
/// whoever holds a signed token has held the sheet; of a void one also since when and of which kind. A token
/// that proves nothing learns why and nothing of the register; it takes the work of one that proves all.
/// Fails with storage failures. Any thread.
[[nodiscard]] Result<protocol::TokenVerification> look_up_token(store::Store const& store,
                                                                std::string_view scanned, Instant now);

}  // namespace ce::verification
