#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/clock.h"
#include "shared/signature/public_key.h"

namespace ce::token {

/// The public half of a key that signs certificates, and its life.
struct VerificationKey {
  std::string id;
  signature::Algorithm algorithm = signature::Algorithm::ed25519;
  std::string public_key;          // lower-case hexadecimal
  Instant valid_until;             // its tokens prove nothing afterwards
  std::optional<Instant> retired;  // it signs nothing issued on a later day
  std::optional<Instant> revoked;  // nothing it signed holds
  bool operator==(VerificationKey const&) const = default;
};

/// Keys ready for use. A key that cannot be read, or whose id is not that of its public half, is left out.
/// Value; any thread.
class KeySet {
 public:
  struct Ready {
    VerificationKey key;
    signature::PublicKey verifier;
  };
  KeySet() = default;
  explicit KeySet(std::vector<VerificationKey> const& keys);

  /// nullptr where there is none; good as long as the set.
  [[nodiscard]] Ready const* find(std::string_view id) const;

 private:
  std::map<std::string, Ready, std::less<>> keys_;
};

}  // namespace ce::token
