#pragma once

#include <string>
#include <string_view>

#include "shared/base/secret.h"

namespace ce::password {

/// Argon2id (RFC 9106) with a salt of its own, in the usual encoded form "$argon2id$v=19$m=...". About 20 ms
/// and 19 MiB; any thread.
[[nodiscard]] std::string hash(SecretText const& password);

/// The same with a given salt of 8 bytes or more, for demo data that must come out the same each time.
[[nodiscard]] std::string hash(SecretText const& password, std::string_view salt);

/// False for a wrong password and for a malformed hash.
[[nodiscard]] bool matches(SecretText const& password, std::string const& encoded);

}  // namespace ce::password
