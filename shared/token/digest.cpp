#include <openssl/evp.h>

#include <array>
#include <cstdlib>

#include "shared/base/text.h"
#include "shared/token/layout.h"
#include "shared/token/token.h"

namespace ce::token {
namespace {

std::string sha256(std::string_view text) {
  std::array<unsigned char, 32> bytes{};
  if (EVP_Digest(text.data(), text.size(), bytes.data(), nullptr, EVP_sha256(), nullptr) != 1) std::abort();
  return {reinterpret_cast<char const*>(bytes.data()), bytes.size()};
}

}  // namespace

std::string name_digest(std::string_view number, std::string_view name) {
  std::string text = "ce-name-1\n";
  text.append(number).append("\n").append(name);
  return sha256(text).substr(0, name_digest_bytes);
}

std::string key_id_of(std::string_view public_key) {
  return hex(sha256(public_key).substr(0, key_id_bytes));
}

}  // namespace ce::token
