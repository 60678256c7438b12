#include "kiosk/cache/password.h"

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/rand.h>

#include <cstdlib>

namespace ce::cache {
namespace {

constexpr std::size_t salt_size = 16;
constexpr std::size_t hash_size = 32;
constexpr std::uint64_t cost = 16'384;
constexpr std::uint64_t block = 8;
constexpr std::uint64_t lanes = 1;
constexpr std::uint64_t most_memory = 64U << 20U;

std::string scrypt(std::string_view password, std::string_view salt) {
  std::string hash(hash_size, '\0');
  if (EVP_PBE_scrypt(password.data(), password.size(), reinterpret_cast<unsigned char const*>(salt.data()),
                     salt.size(), cost, block, lanes, most_memory,
                     reinterpret_cast<unsigned char*>(hash.data()), hash.size()) != 1) {
    std::abort();
  }
  return hash;
}

}  // namespace

std::string hash_password(SecretText const& password) {
  std::string salt(salt_size, '\0');
  if (RAND_bytes(reinterpret_cast<unsigned char*>(salt.data()), static_cast<int>(salt.size())) != 1) {
    std::abort();
  }
  return salt + scrypt(password.reveal(), salt);
}

bool password_fits(SecretText const& password, std::string_view hash) {
  if (hash.size() != salt_size + hash_size) return false;
  auto const expected = hash.substr(salt_size);
  auto const given = scrypt(password.reveal(), hash.substr(0, salt_size));
  return CRYPTO_memcmp(given.data(), expected.data(), hash_size) == 0;
}

}  // namespace ce::cache
