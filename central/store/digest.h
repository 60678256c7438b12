#pragma once

#include <string>
#include <string_view>

#include "shared/base/secret.h"

namespace ce::store {

/// SHA-256 in lower-case hexadecimal.
[[nodiscard]] std::string sha256_hex(std::string_view bytes);

/// 256 random bits in lower-case hexadecimal: a key or a token.
[[nodiscard]] SecretText make_key();

}  // namespace ce::store
