#include "central/grants/signing_key.h"

#include <fcntl.h>
#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdlib>
#include <system_error>

#include "shared/base/text.h"

namespace ce::grants {
namespace {

using Bio = std::unique_ptr<BIO, decltype(&BIO_free_all)>;

Failure missing(std::filesystem::path const& file, std::string const& what) {
  return {FailureCode::grant_key_missing, file.string() + ": " + what};
}

std::string hex_of(unsigned char const* bytes, std::size_t size) {
  return hex({reinterpret_cast<char const*>(bytes), size});
}

}  // namespace

SigningKey::SigningKey(evp_pkey_st* key) : key_(key, EVP_PKEY_free) {}

SigningKey SigningKey::make() {
  auto* const key = EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519");
  if (key == nullptr) std::abort();  // no randomness: nothing may go on
  return SigningKey{key};
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
  SigningKey read{key};
  if (EVP_PKEY_get_id(key) != EVP_PKEY_ED25519) return missing(file, "not an Ed25519 key");
  return read;
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
  std::array<unsigned char, 32> bytes{};
  std::size_t size = bytes.size();
  if (EVP_PKEY_get_raw_public_key(key_.get(), bytes.data(), &size) != 1) std::abort();
  return hex_of(bytes.data(), size);
}

std::string SigningKey::sign(std::string_view text) const {
  std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> const context{EVP_MD_CTX_new(), EVP_MD_CTX_free};
  std::array<unsigned char, 64> bytes{};
  std::size_t size = bytes.size();
  auto const* const start = reinterpret_cast<unsigned char const*>(text.data());
  if (EVP_DigestSignInit(context.get(), nullptr, nullptr, nullptr, key_.get()) != 1 ||
      EVP_DigestSign(context.get(), bytes.data(), &size, start, text.size()) != 1) {
    std::abort();  // a sound key and memory never fail
  }
  return hex_of(bytes.data(), size);
}

}  // namespace ce::grants
