#pragma once

#include <openssl/evp.h>

#include <array>
#include <string>

#include "shared/base/text.h"
#include "shared/grant/grant.h"

namespace ce::test {

/// Central's end of a grant: an Ed25519 key from a given seed, so that a failure can be repeated.
class GrantKey {
 public:
  explicit GrantKey(char seed) {
    std::array<unsigned char, 32> bytes{};
    bytes.fill(static_cast<unsigned char>(seed));
    key_ = EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nullptr, bytes.data(), bytes.size());
  }
  GrantKey(GrantKey const&) = delete;
  GrantKey& operator=(GrantKey const&) = delete;
  ~GrantKey() { EVP_PKEY_free(key_); }

  [[nodiscard]] grant::VerificationKey verification(std::string id) const {
    std::array<unsigned char, 32> bytes{};
    std::size_t size = bytes.size();
    EVP_PKEY_get_raw_public_key(key_, bytes.data(), &size);
    return {std::move(id), hex({reinterpret_cast<char const*>(bytes.data()), size}), {}};
  }

  void sign(grant::Grant& grant) const {
    auto const text = grant::signed_text(grant).value();
    std::array<unsigned char, 64> bytes{};
    std::size_t size = bytes.size();
    auto* const context = EVP_MD_CTX_new();
    EVP_DigestSignInit(context, nullptr, nullptr, nullptr, key_);
    EVP_DigestSign(context, bytes.data(), &size, reinterpret_cast<unsigned char const*>(text.data()),
                   text.size());
    EVP_MD_CTX_free(context);
    grant.signature = hex({reinterpret_cast<char const*>(bytes.data()), size});
  }

 private:
  EVP_PKEY* key_;
};

}  // namespace ce::test
