#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "central/audit/audit.h"
#include "central/signing/key_ring.h"
#include "shared/base/clock.h"
#include "shared/storage/database.h"

namespace ce::store {
class Store;
}

namespace ce::grants {

/// A signing key as the store knows it: its public half and its life.
struct KeyLine {
  std::string id;
  std::string public_key;
  Instant made;
  std::optional<Instant> retired;    // signs no more; what it signed before holds
  std::optional<Instant> withdrawn;  // nothing it signed holds
};

/// All keys, oldest first.
[[nodiscard]] Result<std::vector<KeyLine>> keys(storage::Database& database);

/// The id of the key that signs now: the newest that is neither retired nor withdrawn. Fails with
/// grant_key_missing.
[[nodiscard]] Result<std::string> signing_key_id(storage::Database& database);

/// Whether grants are signed on this machine: a key signs and its file is here. Fails with grant_key_missing
/// and storage errors.
[[nodiscard]] Result<void> can_sign(store::Store const& store, signing::KeyRing const& ring);

/// Who makes and ends keys where nobody is named: the program itself.
[[nodiscard]] inline audit::Author nobody_named() {
  return audit::operator_author("ce-central", "440000");
}

/// Makes a key, its file first, then its row; it signs from now on. Gives its id ("2026-01-a1b2c3d4").
/// Fails with input_invalid where the directory cannot be written.
Result<std::string> make_key(store::Store& store, signing::KeyRing const& ring, Instant now,
                             audit::Author const& by = nobody_named());

enum class Retirement : std::uint8_t {
  ordinary,     // its grants hold on until they end
  compromised,  // somebody else may have it: its grants hold no more
};
/// Fails with input_invalid where there is no such key, or it is retired that way already.
Result<void> retire_key(store::Store& store, std::string_view id, Retirement how, Instant now,
                        audit::Author const& by = nobody_named());

}  // namespace ce::grants
