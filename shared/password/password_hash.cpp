#include "shared/password/password_hash.h"

#include <argon2.h>
#include <sys/random.h>

#include <cstdlib>

namespace ce::password {
namespace {

// The least that OWASP's password storage advice names for Argon2id with one lane.
constexpr std::uint32_t passes = 2;
constexpr std::uint32_t memory_kib = 19456;
constexpr std::uint32_t lanes = 1;
constexpr std::size_t hash_bytes = 32;

}  // namespace

std::string hash(SecretText const& password) {
  std::string salt(16, '\0');
  if (getrandom(salt.data(), salt.size(), 0) != static_cast<ssize_t>(salt.size())) std::abort();
  return hash(password, salt);
}

std::string hash(SecretText const& password, std::string_view salt) {
  std::string encoded(argon2_encodedlen(passes, memory_kib, lanes, static_cast<std::uint32_t>(salt.size()),
                                        hash_bytes, Argon2_id),
                      '\0');
  auto const& text = password.reveal();
  int const code = argon2id_hash_encoded(passes, memory_kib, lanes, text.data(), text.size(), salt.data(),
                                         salt.size(), hash_bytes, encoded.data(), encoded.size());
  if (code != ARGON2_OK) std::abort();  // out of memory
  encoded.resize(encoded.find('\0'));
  return encoded;
}

bool matches(SecretText const& password, std::string const& encoded) {
  auto const& text = password.reveal();
  return argon2id_verify(encoded.c_str(), text.data(), text.size()) == ARGON2_OK;
}

}  // namespace ce::password
