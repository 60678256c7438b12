#pragma once

#include <string>
#include <string_view>

#include "central/signing/key_ring.h"
#include "shared/base/clock.h"
#include "shared/protocol/messages.h"
#include "shared/storage/database.h"

namespace ce::store {
class Store;
}

namespace ce::tokens {

/// The token of a certificate in force: the one that is kept, else a new one, kept from now on. Within the
/// caller's transaction. Fails with certificate_unknown, certificate_revoked, grant_key_missing (no key
/// signs, or its file is not on this machine), input_invalid (facts that no token can say), or a storage
/// error.
[[nodiscard]] Result<std::string> token_of(storage::Database& database, signing::KeyRing const& ring,
                                           std::string_view certificate, Instant now);

/// Puts the token to the address of each certificate in force of `years`. Writes only where one is missing.
/// Fails as token_of() does; the addresses are then as they were and lead to the page of the number.
[[nodiscard]] Result<void> add_tokens(store::Store& store, signing::KeyRing const& ring,
                                      protocol::PersonYears& years, Instant now);

}  // namespace ce::tokens
