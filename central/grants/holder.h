#pragma once

#include <optional>
#include <string_view>

#include "central/grants/hand_out.h"

namespace ce::grants {

/// grant_held until then, to the minute, for people. Private to this room.
[[nodiscard]] Failure held(Instant until, std::string_view why = {});

/// Looks at the live grant of a copy, and at those taken back from it, for `kiosk` that asks: gives it where
/// the kiosk itself holds it and it has not ended, ends one that is known to be unused, and fails with
/// grant_held, saying until when, where another kiosk holds it or may have printed with it. After success
/// without a grant the copy is free. Private to this room.
[[nodiscard]] Result<std::optional<grant::Grant>> settle_holder(storage::Database& database,
                                                                Terms const& terms, std::string_view kiosk,
                                                                std::string_view certificate, int copy,
                                                                Instant now);

}  // namespace ce::grants
