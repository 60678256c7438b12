#include "shared/tpm/chip.h"

#include <openssl/decoder.h>
#include <openssl/ec.h>

#include <utility>

namespace ce::tpm {
namespace {

using Work = openssl::Owned<EVP_PKEY_CTX, EVP_PKEY_CTX_free>;
using Reader = openssl::Owned<OSSL_DECODER_CTX, OSSL_DECODER_CTX_free>;

constexpr auto by_chip = "provider=tpm2";

}  // namespace

std::optional<Chip> Chip::open() {
  Context made;
  made.own.reset(OSSL_LIB_CTX_new());
  if (!made.own) return std::nullopt;
  made.usual.reset(OSSL_PROVIDER_load(made.own.get(), "default"));
  made.chip.reset(OSSL_PROVIDER_load(made.own.get(), "tpm2"));
  if (!made.usual || !made.chip) return std::nullopt;
  return Chip{std::move(made)};
}

openssl::Key Chip::make() const {
  Work const work{EVP_PKEY_CTX_new_from_name(context_.own.get(), "EC", by_chip)};
  EVP_PKEY* key = nullptr;
  if (!work || EVP_PKEY_keygen_init(work.get()) != 1 ||
      EVP_PKEY_CTX_set_group_name(work.get(), "P-256") != 1 || EVP_PKEY_generate(work.get(), &key) != 1) {
    return {};
  }
  return openssl::Key{key};
}

openssl::Key Chip::load(std::string_view pem) const {
  EVP_PKEY* key = nullptr;
  Reader const reader{OSSL_DECODER_CTX_new_for_pkey(&key, "PEM", nullptr, "EC", EVP_PKEY_KEYPAIR,
                                                    context_.own.get(), "?provider=tpm2")};
  if (!reader || OSSL_DECODER_from_bio(reader.get(), openssl::reading(pem).get()) != 1) return {};
  return openssl::Key{key};
}

std::size_t Chip::sign(EVP_PKEY& key, std::string_view digest, unsigned char* out, std::size_t size) const {
  Work const work{EVP_PKEY_CTX_new_from_pkey(context_.own.get(), &key, by_chip)};
  auto const* const bytes = reinterpret_cast<unsigned char const*>(digest.data());
  bool const done = work && EVP_PKEY_sign_init(work.get()) == 1 &&
                    EVP_PKEY_CTX_set_signature_md(work.get(), EVP_sha256()) == 1 &&
                    EVP_PKEY_sign(work.get(), out, &size, bytes, digest.size()) == 1;
  return done ? size : 0;
}

}  // namespace ce::tpm
