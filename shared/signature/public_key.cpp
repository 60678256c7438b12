#include "shared/signature/public_key.h"

#include <openssl/core_names.h>
#include <openssl/evp.h>

#include <array>
#include <string>

#include "shared/base/text.h"
#include "shared/signature/sm2.h"

namespace ce::signature {
namespace {

unsigned char const* start_of(std::string_view bytes) {
  return reinterpret_cast<unsigned char const*>(bytes.data());
}

EVP_PKEY* read_ed25519(std::string_view bytes) {
  return EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr, start_of(bytes), bytes.size());
}

EVP_PKEY* read_sm2(std::string bytes) {
  std::unique_ptr<EVP_PKEY_CTX, decltype(&EVP_PKEY_CTX_free)> const context{
      EVP_PKEY_CTX_new_from_name(nullptr, "SM2", nullptr), EVP_PKEY_CTX_free};
  if (!context || EVP_PKEY_fromdata_init(context.get()) != 1) return nullptr;
  std::string group = "SM2";
  std::array parameters{
      OSSL_PARAM_construct_utf8_string(OSSL_PKEY_PARAM_GROUP_NAME, group.data(), 0),
      OSSL_PARAM_construct_octet_string(OSSL_PKEY_PARAM_PUB_KEY, bytes.data(), bytes.size()),
      OSSL_PARAM_construct_end(),
  };
  EVP_PKEY* key = nullptr;
  if (EVP_PKEY_fromdata(context.get(), &key, EVP_PKEY_PUBLIC_KEY, parameters.data()) != 1) return nullptr;
  return key;
}

}  // namespace

PublicKey::PublicKey(Algorithm algorithm, evp_pkey_st* key)
    : algorithm_(algorithm), key_(key, EVP_PKEY_free) {}

std::optional<PublicKey> PublicKey::from_hex(Algorithm algorithm, std::string_view digits) {
  auto const bytes = bytes_of_hex(digits);
  if (!bytes) return std::nullopt;
  auto* const key = algorithm == Algorithm::sm2 ? read_sm2(*bytes) : read_ed25519(*bytes);
  if (key == nullptr) return std::nullopt;
  return PublicKey{algorithm, key};
}

bool PublicKey::verifies(std::string_view signature, std::string_view text) const {
  if (signature.size() != signature_bytes) return false;
  std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> const context{EVP_MD_CTX_new(), EVP_MD_CTX_free};
  if (!context) return false;
  if (algorithm_ == Algorithm::ed25519) {
    return EVP_DigestVerifyInit(context.get(), nullptr, nullptr, nullptr, key_.get()) == 1 &&
           EVP_DigestVerify(context.get(), start_of(signature), signature.size(), start_of(text),
                            text.size()) == 1;
  }
  auto const der = sm2::der_of(signature);
  EVP_PKEY_CTX* signer = nullptr;
  return EVP_DigestVerifyInit(context.get(), &signer, EVP_sm3(), nullptr, key_.get()) == 1 &&
         EVP_PKEY_CTX_set1_id(signer, sm2::signer_identity.data(), sm2::signer_identity.size()) == 1 &&
         EVP_DigestVerify(context.get(), start_of(der), der.size(), start_of(text), text.size()) == 1;
}

}  // namespace ce::signature
