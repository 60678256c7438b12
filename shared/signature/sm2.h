#pragma once

#include <optional>
#include <string>
#include <string_view>

/// How SM2 signatures are written down.
namespace ce::signature::sm2 {

/// What GB/T 35276 has signers use unless they agreed on something else.
inline constexpr std::string_view signer_identity = "1234567812345678";

/// r and s, 32 bytes each, as the DER that OpenSSL wants. `signature` has 64 bytes.
[[nodiscard]] std::string der_of(std::string_view signature);
/// The other way round. Nothing where it is no DER of two such numbers.
[[nodiscard]] std::optional<std::string> plain_of(std::string_view der);

}  // namespace ce::signature::sm2
