#pragma once

#include <memory>
#include <optional>
#include <string_view>

#include "shared/signature/algorithm.h"

struct evp_pkey_st;

namespace ce::signature {

/// The public half of a key. Value; any thread.
class PublicKey {
 public:
  /// From lower-case hexadecimal: 64 digits of Ed25519, 130 of SM2. Nothing where it is no such key.
  [[nodiscard]] static std::optional<PublicKey> from_hex(Algorithm algorithm, std::string_view digits);

  /// Whether `signature` (64 bytes) is that of this key over `text`.
  [[nodiscard]] bool verifies(std::string_view signature, std::string_view text) const;

 private:
  PublicKey(Algorithm algorithm, evp_pkey_st* key);

  Algorithm algorithm_;
  std::shared_ptr<evp_pkey_st> key_;  // shared: OpenSSL counts references itself, this is that count
};

}  // namespace ce::signature
