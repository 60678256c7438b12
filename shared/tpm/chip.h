#pragma once

#include <openssl/evp.h>
#include <openssl/provider.h>

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "shared/openssl/owned.h"

namespace ce::tpm {

/// A line to the TPM, as long as it lives. One thread; one at a time in a process where no resource manager
/// stands between. Nothing here throws; what failed is in OpenSSL's queue.
class Chip {
 public:
  static std::optional<Chip> open();

  /// EC P-256. Null where it makes none.
  [[nodiscard]] openssl::Key make() const;
  /// Null where the text is no key of this TPM's.
  [[nodiscard]] openssl::Key load(std::string_view pem) const;
  /// DER signature (ECDSA, SHA-256) of that digest into `out`, at most `size` bytes; how long it is, or 0.
  [[nodiscard]] std::size_t sign(EVP_PKEY& key, std::string_view digest, unsigned char* out,
                                 std::size_t size) const;

 private:
  struct Context {
    openssl::Owned<OSSL_LIB_CTX, OSSL_LIB_CTX_free> own;
    openssl::Owned<OSSL_PROVIDER, OSSL_PROVIDER_unload> usual;  // reads PEM and makes digests
    openssl::Owned<OSSL_PROVIDER, OSSL_PROVIDER_unload> chip;
  };
  explicit Chip(Context context) : context_(std::move(context)) {}

  Context context_;
};

}  // namespace ce::tpm
