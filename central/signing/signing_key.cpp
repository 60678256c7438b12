#include "central/signing/signing_key.h"

#include <fcntl.h>
#include <openssl/bio.h>
#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdlib>
#include <system_error>

#include "shared/base/text.h"
#include "shared/signature/sm2.h"

namespace ce::signing {
namespace {

using signature::Algorithm;
using Bio = std::unique_ptr<BIO, decltype(&BIO_free_all)>;

Failure missing(std::filesystem::path const& file, std::string const& what) {
  return {FailureCode::grant_key_missing, file.string() + ": " + what};
}

char const* openssl_name(Algorithm algorithm) {
  return algorithm == Algorithm::sm2 ? "SM2" : "ED25519";
}

}  // namespace

SigningKey::SigningKey(signature::Algorithm algorithm, evp_pkey_st* key)
    : algorithm_(algorithm), key_(key, EVP_PKEY_free) {}

SigningKey SigningKey::make(signature::Algorithm algorithm) {
  auto* const key = EVP_PKEY_Q_keygen(nullptr, nullptr, openssl_name(algorithm));
  if (key == nullptr) std::abort();  // no randomness: nothing may go on
  return SigningKey{algorithm, key};
}

Result<SigningKey> SigningKey::read(std::filesystem::path const& file) {
  int const descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return missing(file, std::system_category().message(errno));
  struct stat about {};
  bool const private_file = ::fstat(descriptor, &about) == 0 && (about.st_mode & (S_IRWXG | S_IRWXO)) == 0;
  Bio const bio{BIO_new_fd(descriptor, BIO_CLOSE), BIO_free_all};
  if (!private_file) return missing(file, "others than its owner can read it; chmod 600 and replace the key");
  auto* const key = PEM_read_bio_PrivateKey(bio.get(), nullptr, nullptr, nullptr);
  if (key == nullptr) return missing(file, "not a private key in PEM");
  for (auto const algorithm : {Algorithm::ed25519, Algorithm::sm2}) {
    if (EVP_PKEY_is_a(key, openssl_name(algorithm)) == 1) return SigningKey{algorithm, key};
  }
  EVP_PKEY_free(key);
  return missing(file, "neither an Ed25519 nor an SM2 key");
}

Result<void> SigningKey::write(std::filesystem::path const& file) const {
  int const descriptor = ::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR);
  if (descriptor < 0) {
    return Failure{FailureCode::input_invalid, file.string() + ": " + std::system_category().message(errno)};
  }
  Bio const bio{BIO_new_fd(descriptor, BIO_CLOSE), BIO_free_all};
  bool const written =
      PEM_write_bio_PKCS8PrivateKey(bio.get(), key_.get(), nullptr, nullptr, 0, nullptr, nullptr) == 1;
  if (written && ::fsync(descriptor) == 0) return {};
  std::error_code ignored;
  std::filesystem::remove(file, ignored);
  return Failure{FailureCode::storage_full, file.string() + ": could not be written"};
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
  std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> const context{EVP_MD_CTX_new(), EVP_MD_CTX_free};
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
