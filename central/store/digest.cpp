#include "central/store/digest.h"

#include <openssl/evp.h>
#include <sys/random.h>

#include <array>
#include <cstdlib>

#include "central/store/store.h"
#include "shared/base/text.h"

namespace ce::store {

std::string sha256_hex(std::string_view bytes) {
  // Found once: OpenSSL's own looking for it takes longer than hashing a course's name.
  static EVP_MD const* const sha256 = EVP_MD_fetch(nullptr, "SHA256", nullptr);
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned int size = 0;
  if (EVP_Digest(bytes.data(), bytes.size(), digest.data(), &size, sha256, nullptr) != 1) std::abort();
  return hex({reinterpret_cast<char const*>(digest.data()), size});
}

SecretText make_key() {
  std::array<char, 32> bytes{};
  if (::getrandom(bytes.data(), bytes.size(), 0) != static_cast<ssize_t>(bytes.size())) std::abort();
  return SecretText{hex({bytes.data(), bytes.size()})};
}

std::string key_hash(SecretText const& key) {
  return sha256_hex(key.reveal());
}

}  // namespace ce::store
