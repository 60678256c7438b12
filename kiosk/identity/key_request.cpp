#include "kiosk/identity/key_request.h"

#include <openssl/ec.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

#include <cstdlib>

namespace ce::kiosk_identity {
namespace {

using Bio = std::unique_ptr<BIO, decltype(&BIO_free_all)>;

std::string text_of(BIO& bio) {
  char* bytes = nullptr;
  auto const size = BIO_get_mem_data(&bio, &bytes);
  return {bytes, static_cast<std::size_t>(size)};
}

std::string request_for(EVP_PKEY& key, std::string_view kiosk) {
  std::unique_ptr<X509_REQ, decltype(&X509_REQ_free)> const made{X509_REQ_new(), X509_REQ_free};
  auto const* const name = reinterpret_cast<unsigned char const*>(kiosk.data());
  Bio const bio{BIO_new(BIO_s_mem()), BIO_free_all};
  bool const done =
      made && bio && X509_REQ_set_version(made.get(), X509_REQ_VERSION_1) == 1 &&
      X509_NAME_add_entry_by_NID(X509_REQ_get_subject_name(made.get()), NID_commonName, MBSTRING_UTF8, name,
                                 static_cast<int>(kiosk.size()), -1, 0) == 1 &&
      X509_REQ_set_pubkey(made.get(), &key) == 1 && X509_REQ_sign(made.get(), &key, EVP_sha256()) > 0 &&
      PEM_write_bio_X509_REQ(bio.get(), made.get()) == 1;
  if (!done) std::abort();  // only memory can fail
  return text_of(*bio);
}

}  // namespace

KeyRequest::KeyRequest(std::string_view kiosk) : key_(EVP_EC_gen("P-256"), EVP_PKEY_free) {
  if (!key_) std::abort();  // no randomness: nothing may go on
  request_ = request_for(*key_, kiosk);
}

SecretText KeyRequest::key() const {
  Bio const bio{BIO_new(BIO_s_secmem()), BIO_free_all};
  if (PEM_write_bio_PKCS8PrivateKey(bio.get(), key_.get(), nullptr, nullptr, 0, nullptr, nullptr) != 1) {
    std::abort();
  }
  return SecretText{text_of(*bio)};
}

bool KeyRequest::fits(std::string_view certificate) const {
  Bio const bio{BIO_new_mem_buf(certificate.data(), static_cast<int>(certificate.size())), BIO_free_all};
  std::unique_ptr<X509, decltype(&X509_free)> const read{
      PEM_read_bio_X509(bio.get(), nullptr, nullptr, nullptr), X509_free};
  return read && X509_check_private_key(read.get(), key_.get()) == 1;
}

}  // namespace ce::kiosk_identity
