#pragma once

#include <openssl/core_names.h>
#include <openssl/evp.h>

#include <array>
#include <string>

#include "shared/base/text.h"
#include "shared/signature/sm2.h"
#include "shared/token/key_set.h"
#include "shared/token/token.h"

namespace ce::test {

/// Central's end of a token. Ed25519 from a given seed, so that a failure can be repeated; SM2 fresh.
class TokenKey {
 public:
  explicit TokenKey(char seed) {
    std::array<unsigned char, 32> bytes{};
    bytes.fill(static_cast<unsigned char>(seed));
    key_ = EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nullptr, bytes.data(), bytes.size());
  }
  struct Sm2 {};
  explicit TokenKey(Sm2 /*choice*/)
      : algorithm_(signature::Algorithm::sm2), key_(EVP_PKEY_Q_keygen(nullptr, nullptr, "SM2")) {}
  TokenKey(TokenKey const&) = delete;
  TokenKey& operator=(TokenKey const&) = delete;
  ~TokenKey() { EVP_PKEY_free(key_); }

  [[nodiscard]] std::string public_key() const {
    std::array<unsigned char, 65> bytes{};
    std::size_t size = 0;
    EVP_PKEY_get_octet_string_param(key_, OSSL_PKEY_PARAM_PUB_KEY, bytes.data(), bytes.size(), &size);
    return hex({reinterpret_cast<char const*>(bytes.data()), size});
  }
  [[nodiscard]] std::string id() const { return token::key_id_of(public_key()); }
  [[nodiscard]] token::VerificationKey verification() const {
    return {id(), algorithm_, public_key(), Instant{2'000'000'000'000}, {}, {}};
  }
  [[nodiscard]] std::string signature_over(std::string const& text) const {
    std::array<unsigned char, 80> bytes{};
    std::size_t size = bytes.size();
    auto* const context = EVP_MD_CTX_new();
    EVP_PKEY_CTX* signer = nullptr;
    bool const sm2 = algorithm_ == signature::Algorithm::sm2;
    EVP_DigestSignInit(context, &signer, sm2 ? EVP_sm3() : nullptr, nullptr, key_);
    if (sm2) EVP_PKEY_CTX_set1_id(signer, "1234567812345678", 16);
    EVP_DigestSign(context, bytes.data(), &size, reinterpret_cast<unsigned char const*>(text.data()),
                   text.size());
    EVP_MD_CTX_free(context);
    std::string const made{reinterpret_cast<char const*>(bytes.data()), size};
    return sm2 ? signature::sm2::plain_of(made).value() : made;
  }
  [[nodiscard]] std::string token(token::Facts const& facts) const {
    auto const payload = token::payload_of(facts, id()).value();
    return token::text_of(payload, signature_over(token::signed_bytes(payload)));
  }

 private:
  signature::Algorithm algorithm_ = signature::Algorithm::ed25519;
  EVP_PKEY* key_;
};

/// A certificate as the tests of tokens have it.
inline token::Facts token_facts() {
  return {.number = "44010624000001",
          .year = 2024,
          .authority = "440106",
          .issue_date = Date::make(2025, 3, 1).value(),
          .name_digest = token::name_digest("44010624000001", "张三丰")};
}

}  // namespace ce::test
