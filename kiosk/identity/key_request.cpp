#include "kiosk/identity/key_request.h"

#include <openssl/ec.h>

#include <cstdlib>

#include "shared/openssl/owned.h"

namespace ce::kiosk_identity {
namespace {

std::string request_for(EVP_PKEY& key, std::string_view kiosk) {
  openssl::CertificateRequest const made{X509_REQ_new()};
  auto const* const name = reinterpret_cast<unsigned char const*>(kiosk.data());
  auto const bio = openssl::writing();
  bool const done =
      made && bio && X509_REQ_set_version(made.get(), X509_REQ_VERSION_1) == 1 &&
      X509_NAME_add_entry_by_NID(X509_REQ_get_subject_name(made.get()), NID_commonName, MBSTRING_UTF8, name,
                                 static_cast<int>(kiosk.size()), -1, 0) == 1 &&
      X509_REQ_set_pubkey(made.get(), &key) == 1 && X509_REQ_sign(made.get(), &key, EVP_sha256()) > 0 &&
      PEM_write_bio_X509_REQ(bio.get(), made.get()) == 1;
  if (!done) std::abort();  // only memory can fail
  return std::string{openssl::written(bio)};
}

}  // namespace

KeyRequest::KeyRequest(std::string_view kiosk) : key_(EVP_EC_gen("P-256"), EVP_PKEY_free) {
  if (!key_) std::abort();  // no randomness: nothing may go on
  request_ = request_for(*key_, kiosk);
}

SecretText KeyRequest::key() const {
  auto text = openssl::key_text(*key_);
  if (text.reveal().empty()) std::abort();
  return text;
}

bool KeyRequest::fits(std::string_view certificate) const {
  auto const read = openssl::certificate_in(certificate);
  return read && X509_check_private_key(read.get(), key_.get()) == 1;
}

}  // namespace ce::kiosk_identity
