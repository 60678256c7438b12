#include "shared/token/key_set.h"

#include "shared/token/token.h"

namespace ce::token {

KeySet::KeySet(std::vector<VerificationKey> const& keys) {
  for (auto const& key : keys) {
    auto const verifier = signature::PublicKey::from_hex(key.algorithm, key.public_key);
    if (verifier && key_id_of(key.public_key) == key.id) keys_.emplace(key.id, Ready{key, *verifier});
  }
}

KeySet::Ready const* KeySet::find(std::string_view id) const {
  auto const found = keys_.find(id);
  return found == keys_.end() ? nullptr : &found->second;
}

}  // namespace ce::token
