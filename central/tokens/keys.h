#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "central/audit/audit.h"
#include "central/signing/key_ring.h"
#include "shared/base/clock.h"
#include "shared/storage/database.h"
#include "shared/token/key_set.h"

namespace ce::store {
class Store;
}

namespace ce::tokens {

inline constexpr int usual_validity_years = 20;
inline constexpr int longest_validity_years = 60;

/// A key as the store knows it.
struct KeyLine {
  token::VerificationKey key;
  Instant made;
};

/// All keys, oldest first.
[[nodiscard]] Result<std::vector<KeyLine>> keys(storage::Database& database);

/// What verifies, ready for use.
[[nodiscard]] Result<token::KeySet> key_set(storage::Database& database);

/// The id of the key that signs at `now` (README). Fails with grant_key_missing, saying what to do.
[[nodiscard]] Result<std::string> signing_key_id(storage::Database& database, Instant now);

/// Whether certificates get tokens on this machine: a key signs and its file is here. Fails with
/// grant_key_missing, saying what to do, and storage errors.
[[nodiscard]] Result<void> can_sign(store::Store const& store, signing::KeyRing const& ring, Instant now);

/// Who makes and ends keys where nobody is named: the program itself.
[[nodiscard]] inline audit::Author nobody_named() {
  return audit::operator_author("ce-central", "440000");
}

struct NewKey {
  signature::Algorithm algorithm = signature::Algorithm::ed25519;
  int validity_years = usual_validity_years;  // 2 to 60
};
/// Makes a key, its file first, then its row; it signs from now on. Gives its id. Fails with input_invalid
/// where the validity is out of bounds or the directory cannot be written.
Result<std::string> make_key(store::Store& store, signing::KeyRing const& ring, NewKey const& wanted,
                             Instant now, audit::Author const& by = nobody_named());

enum class Ending : std::uint8_t { retired, revoked };
/// Fails with input_invalid where there is no such key, or it has ended that way already.
Result<void> end_key(store::Store& store, std::string_view id, Ending how, Instant now,
                     audit::Author const& by = nobody_named());

}  // namespace ce::tokens
