#include <openssl/evp.h>

#include <algorithm>
#include <memory>

#include "shared/grant/grant.h"

namespace ce::grant {
namespace {

constexpr std::size_t key_bytes = 32;
constexpr std::size_t signature_bytes = 64;

unsigned char const* raw(std::string const& bytes) {
  return reinterpret_cast<unsigned char const*>(bytes.data());
}

Failure invalid(std::string_view what) {
  return {FailureCode::grant_invalid, std::string{what}};
}

bool signature_holds(std::string const& public_key, std::string const& signature, std::string const& text) {
  std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> const key{
      EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr, raw(public_key), public_key.size()),
      EVP_PKEY_free};
  std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> const context{EVP_MD_CTX_new(), EVP_MD_CTX_free};
  if (!key || !context) return false;
  if (EVP_DigestVerifyInit(context.get(), nullptr, nullptr, nullptr, key.get()) != 1) return false;
  return EVP_DigestVerify(context.get(), raw(signature), signature.size(), raw(text), text.size()) == 1;
}

Result<void> check_key(Grant const& grant, std::span<VerificationKey const> keys) {
  auto const found =
      std::find_if(keys.begin(), keys.end(), [&](auto const& key) { return key.id == grant.key_id; });
  if (found == keys.end()) return invalid("signed with a key that is not known here");
  if (found->retired && grant.not_before > *found->retired) return invalid("signed with a retired key");
  auto const public_key = bytes_of_hex(found->public_key);
  auto const signature = bytes_of_hex(grant.signature);
  if (!public_key || public_key->size() != key_bytes) return invalid("the verification key is malformed");
  if (!signature || signature->size() != signature_bytes) return invalid("the signature is malformed");
  CE_TRY(auto const text, signed_text(grant));
  if (!signature_holds(*public_key, *signature, text)) return invalid("the signature does not hold");
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
