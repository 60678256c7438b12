#pragma once

#include <string>
#include <string_view>

#include "shared/base/secret.h"

namespace ce::cache {

/// Salt and scrypt hash (RFC 7914; N 16384, r 8, p 1: 16 MiB and some 50 ms) of a password that central has
/// accepted.
[[nodiscard]] std::string hash_password(SecretText const& password);

/// Whether `hash` came of this password; takes equally long either way.
[[nodiscard]] bool password_fits(SecretText const& password, std::string_view hash);

}  // namespace ce::cache
