#include "central/store/digest.h"

#include <openssl/evp.h>

#include <array>
#include <cstdlib>

#include "central/store/store.h"
#include "shared/base/text.h"

namespace ce::store {

std::string sha256_hex(std::string_view bytes) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned int size = 0;
  if (EVP_Digest(bytes.data(), bytes.size(), digest.data(), &size, EVP_sha256(), nullptr) != 1) std::abort();
  return hex({reinterpret_cast<char const*>(digest.data()), size});
}

std::string key_hash(SecretText const& key) {
  return sha256_hex(key.reveal());
}

}  // namespace ce::store
