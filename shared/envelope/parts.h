#pragma once

#include <openssl/bio.h>
#include <openssl/cms.h>
#include <openssl/evp.h>
#include <openssl/x509.h>

#include <memory>
#include <string>
#include <string_view>

/// OpenSSL's values with an owner; room-internal.
namespace ce::envelope {

template <auto free_it>
struct Free {
  template <class T>
  void operator()(T* value) const {
    free_it(value);
  }
};
using Bio = std::unique_ptr<BIO, Free<BIO_free_all>>;
using Cms = std::unique_ptr<CMS_ContentInfo, Free<CMS_ContentInfo_free>>;
using Key = std::unique_ptr<EVP_PKEY, Free<EVP_PKEY_free>>;
using Certificate = std::unique_ptr<X509, Free<X509_free>>;

inline Bio reading(std::string_view bytes) {
  return Bio{BIO_new_mem_buf(bytes.data(), static_cast<int>(bytes.size()))};
}

inline Bio writing() {
  return Bio{BIO_new(BIO_s_mem())};
}

inline std::string_view written(Bio const& bio) {
  char* data = nullptr;
  auto const size = BIO_get_mem_data(bio.get(), &data);
  return {data, static_cast<std::size_t>(size)};
}

}  // namespace ce::envelope
