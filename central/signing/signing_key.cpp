#include "central/signing/signing_key.h"

#include <openssl/core_names.h>
#include <openssl/evp.h>

#include <array>
#include <cstdlib>
#include <utility>

#include "shared/base/text.h"
#include "shared/openssl/owned.h"
#include "shared/signature/sm2.h"

namespace ce::signing {
namespace {

using signature::Algorithm;

char const* openssl_name(Algorithm algorithm) {
  return algorithm == Algorithm::sm2 ? "SM2" : "ED25519";
}

}  // namespace

SigningKey::SigningKey(signature::Algorithm algorithm, PrivateKey key)
    : algorithm_(algorithm), key_(std::move(key)) {}

SigningKey SigningKey::make(signature::Algorithm algorithm) {
  auto* const key = EVP_PKEY_Q_keygen(nullptr, nullptr, openssl_name(algorithm));
  if (key == nullptr) std::abort();  // no randomness: nothing may go on
  return SigningKey{algorithm, PrivateKey{key, EVP_PKEY_free}};
}

Result<SigningKey> SigningKey::read(std::filesystem::path const& file) {
  CE_TRY(auto key, read_private_key(file));
  for (auto const algorithm : {Algorithm::ed25519, Algorithm::sm2}) {
    if (EVP_PKEY_is_a(key.get(), openssl_name(algorithm)) == 1) return SigningKey{algorithm, std::move(key)};
  }
  return Failure{FailureCode::grant_key_missing, file.string() + ": neither an Ed25519 nor an SM2 key"};
}

Result<void> SigningKey::write(std::filesystem::path const& file) const {
  return write_private_key(file, *key_);
}

std::string SigningKey::public_key() const {
  std::array<unsigned char, 65> bytes{};
  std::size_t size = 0;
  if (EVP_PKEY_get_octet_string_param(key_.get(), OSSL_PKEY_PARAM_PUB_KEY, bytes.data(), bytes.size(),
                                      &size) != 1) {
    std::abort();
  }
  return hex({reinterpret_cast<char const*>(bytes.data()), size});
}

std::string SigningKey::sign(std::string_view text) const {
  bool const sm2 = algorithm_ == Algorithm::sm2;
  openssl::Digest const context{EVP_MD_CTX_new()};
  EVP_PKEY_CTX* signer = nullptr;  // the context's own
  std::array<unsigned char, 80> bytes{};
  std::size_t size = bytes.size();
  auto const& identity = signature::sm2::signer_identity;
  auto const* const start = reinterpret_cast<unsigned char const*>(text.data());
  if (EVP_DigestSignInit(context.get(), &signer, sm2 ? EVP_sm3() : nullptr, nullptr, key_.get()) != 1 ||
      (sm2 && EVP_PKEY_CTX_set1_id(signer, identity.data(), identity.size()) != 1) ||
      EVP_DigestSign(context.get(), bytes.data(), &size, start, text.size()) != 1) {
    std::abort();  // a sound key and memory never fail
  }
  std::string made{reinterpret_cast<char const*>(bytes.data()), size};
  return sm2 ? signature::sm2::plain_of(made).value() : made;
}

}  // namespace ce::signing
