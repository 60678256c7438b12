#include "shared/protocol/holder.h"

#include <openssl/evp.h>

#include <array>
#include <cstdlib>

#include "shared/base/secret.h"
#include "shared/protocol/limits.h"

namespace ce::protocol {

std::string holder_of(std::string_view id_number) {
  SecretText const text{"ce-holder-1" + std::string{id_number}};
  std::array<unsigned char, holder_digits / 2> digest{};
  if (EVP_Digest(text.reveal().data(), text.reveal().size(), digest.data(), nullptr, EVP_sha256(), nullptr) !=
      1) {
    std::abort();
  }
  constexpr std::string_view digits = "0123456789abcdef";
  std::string hexadecimal;
  for (auto const byte : digest) {
    hexadecimal += digits[byte >> 4U];
    hexadecimal += digits[byte & 15U];
  }
  return hexadecimal;
}

}  // namespace ce::protocol
