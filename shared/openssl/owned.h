#pragma once

#include <openssl/bio.h>
#include <openssl/bn.h>
#include <openssl/cms.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

#include <memory>
#include <string>
#include <string_view>

#include "shared/base/secret.h"

/// OpenSSL's values with an owner. For the .cpp files of rooms that use OpenSSL; their headers name none of
/// it.
namespace ce::openssl {

template <auto free_it>
struct Free {
  template <class T>
  void operator()(T* value) const {
    free_it(value);
  }
};
template <class T, auto free_it>
using Owned = std::unique_ptr<T, Free<free_it>>;

using Bio = Owned<BIO, BIO_free_all>;
using BigNumber = Owned<BIGNUM, BN_free>;
using Certificate = Owned<X509, X509_free>;
using CertificateRequest = Owned<X509_REQ, X509_REQ_free>;
using Cms = Owned<CMS_ContentInfo, CMS_ContentInfo_free>;
using Digest = Owned<EVP_MD_CTX, EVP_MD_CTX_free>;
using Key = Owned<EVP_PKEY, EVP_PKEY_free>;

/// Borrows `bytes`.
[[nodiscard]] inline Bio reading(std::string_view bytes) {
  return Bio{BIO_new_mem_buf(bytes.data(), static_cast<int>(bytes.size()))};
}

[[nodiscard]] inline Bio writing() {
  return Bio{BIO_new(BIO_s_mem())};
}

/// For keys: its memory is locked where open_vault() was called, and wiped at its end.
[[nodiscard]] inline Bio writing_secret() {
  return Bio{BIO_new(BIO_s_secmem())};
}

/// As long as `bio` lives and nothing more is written.
[[nodiscard]] inline std::string_view written(Bio const& bio) {
  char* data = nullptr;
  auto const size = BIO_get_mem_data(bio.get(), &data);
  return {data, static_cast<std::size_t>(size)};
}

/// The first certificate in PEM; null where there is none.
[[nodiscard]] inline Certificate certificate_in(std::string_view pem) {
  return Certificate{PEM_read_bio_X509(reading(pem).get(), nullptr, nullptr, nullptr)};
}

/// PKCS #8, PEM. Empty only without memory.
[[nodiscard]] inline SecretText key_text(EVP_PKEY& key) {
  auto const bio = writing_secret();
  if (PEM_write_bio_PKCS8PrivateKey(bio.get(), &key, nullptr, nullptr, 0, nullptr, nullptr) != 1) return {};
  return SecretText{std::string{written(bio)}};
}

}  // namespace ce::openssl
