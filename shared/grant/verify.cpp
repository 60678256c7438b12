#include <algorithm>

#include "shared/base/text.h"
#include "shared/grant/grant.h"
#include "shared/signature/public_key.h"

namespace ce::grant {
namespace {

Failure invalid(std::string_view what) {
  return {FailureCode::grant_invalid, std::string{what}};
}

Result<void> check_key(Grant const& grant, std::span<VerificationKey const> keys) {
  auto const found =
      std::find_if(keys.begin(), keys.end(), [&](auto const& key) { return key.id == grant.key_id; });
  if (found == keys.end()) return invalid("signed with a key that is not known here");
  if (found->retired && grant.not_before > *found->retired) return invalid("signed with a retired key");
  auto const key = signature::PublicKey::from_hex(signature::Algorithm::ed25519, found->public_key);
  auto const signature = bytes_of_hex(grant.signature);
  if (!key) return invalid("the verification key is malformed");
  if (!signature || signature->size() != signature::signature_bytes) {
    return invalid("the signature is malformed");
  }
  CE_TRY(auto const text, signed_text(grant));
  if (!key->verifies(*signature, text)) return invalid("the signature does not hold");
  return {};
}

}  // namespace

Result<void> verify(Grant const& grant, std::span<VerificationKey const> keys, Use const& use) {
  CE_CHECK(check_key(grant, keys));
  if (grant.kiosk != use.kiosk) return invalid("handed to another kiosk");
  if (grant.certificate != use.certificate) return invalid("for another certificate");
  if (grant.copy != use.copy) return invalid("for another copy");
  if (use.now.ms + clock_slack_ms < grant.not_before.ms) {
    return invalid("begins in the future: is this kiosk's clock right?");
  }
  if (use.now > grant.not_after) {
    return Failure{FailureCode::grant_expired, "ended at " + rfc3339(grant.not_after)};
  }
  return {};
}

}  // namespace ce::grant
