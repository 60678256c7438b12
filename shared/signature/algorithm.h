#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace ce::signature {

enum class Algorithm : std::uint8_t {
  ed25519,  // RFC 8032
  sm2,      // GB/T 32918 with SM3
};

/// Bytes of a signature, whatever the algorithm.
inline constexpr std::size_t signature_bytes = 64;

/// "ed25519", "sm2": as messages, tables and the command line say it.
[[nodiscard]] std::string_view word_of(Algorithm algorithm);
[[nodiscard]] std::optional<Algorithm> algorithm_named(std::string_view word);

}  // namespace ce::signature
