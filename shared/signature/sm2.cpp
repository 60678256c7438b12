#include "shared/signature/sm2.h"

#include <openssl/bn.h>
#include <openssl/ec.h>

#include <memory>

namespace ce::signature::sm2 {
namespace {

constexpr int half = 32;

using Signature = std::unique_ptr<ECDSA_SIG, decltype(&ECDSA_SIG_free)>;

unsigned char const* bytes_at(std::string_view bytes) {
  return reinterpret_cast<unsigned char const*>(bytes.data());
}

}  // namespace

std::string der_of(std::string_view signature) {
  Signature const pair{ECDSA_SIG_new(), ECDSA_SIG_free};
  auto* const r = BN_bin2bn(bytes_at(signature.substr(0, half)), half, nullptr);
  auto* const s = BN_bin2bn(bytes_at(signature.substr(half)), half, nullptr);
  if (!pair || ECDSA_SIG_set0(pair.get(), r, s) != 1) {
    BN_free(r);
    BN_free(s);
    return {};
  }
  unsigned char* made = nullptr;
  auto const size = i2d_ECDSA_SIG(pair.get(), &made);
  std::string der{reinterpret_cast<char const*>(made), size > 0 ? static_cast<std::size_t>(size) : 0};
  OPENSSL_free(made);
  return der;
}

std::optional<std::string> plain_of(std::string_view der) {
  auto const* at = bytes_at(der);
  Signature const pair{d2i_ECDSA_SIG(nullptr, &at, static_cast<long>(der.size())), ECDSA_SIG_free};
  if (!pair) return std::nullopt;
  std::string plain(std::size_t{2} * half, '\0');
  auto* const out = reinterpret_cast<unsigned char*>(plain.data());
  if (BN_bn2binpad(ECDSA_SIG_get0_r(pair.get()), out, half) != half ||
      BN_bn2binpad(ECDSA_SIG_get0_s(pair.get()), out + half, half) != half) {
    return std::nullopt;
  }
  return plain;
}

}  // namespace ce::signature::sm2
