#pragma once

#include <optional>
#include <string_view>

#include "central/store/store.h"
#include "shared/base/result.h"
#include "shared/base/secret.h"
#include "shared/protocol/messages.h"

namespace ce::verification {

/// What the public may learn of a certificate (rules.md, public verification). By number alone: valid,
/// revoked or unknown, year, issuing unit, date, masked name. With a name also whether it is the printed one;
/// who knows the name then knows every printed fact, and the number that took the place of a corrected one.
/// Of an unknown one that the register lost when central was brought back from a backup it says what is true
/// of it. Unknown, lost, void and valid numbers take the same work. Never a list, never a reason of
/// revocation. Fails with certificate_number_invalid where the number cannot be one, and with storage
/// failures. Any thread.
[[nodiscard]] Result<protocol::Verification> look_up(store::Store const& store, std::string_view number,
                                                     std::optional<SecretText> const& name);

}  // namespace ce::verification
