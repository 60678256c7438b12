#pragma once

#include <string>
#include <string_view>

namespace ce::store {

/// SHA-256 in lower-case hexadecimal.
[[nodiscard]] std::string sha256_hex(std::string_view bytes);

}  // namespace ce::store
