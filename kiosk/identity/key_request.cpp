#include "kiosk/identity/key_request.h"

#include <openssl/ec.h>

#include <cstdlib>
#include <optional>
#include <utility>

#include "shared/openssl/owned.h"

namespace ce::kiosk_identity {
namespace {

/// Empty where the key does not sign.
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
  if (!done) return {};
  return std::string{openssl::written(bio)};
}

}  // namespace

KeyRequest::KeyRequest(tpm::Key key, SecretText text, std::string request)
    : key_(std::move(key)), text_(std::move(text)), request_(std::move(request)) {}

Result<KeyRequest> KeyRequest::make(std::string_view kiosk, tpm::Use use) {
  if (use == tpm::Use::required || (use == tpm::Use::when_there && tpm::is_there())) {
    auto made = tpm::make();
    auto request = made ? request_for(*made->key, kiosk) : std::string{};
    if (!request.empty()) {
      return KeyRequest{std::move(made->key), SecretText{std::move(made->text)}, std::move(request)};
    }
    if (use == tpm::Use::required) return made ? tpm::without_signature() : made.failure();
  }
  tpm::Key key{EVP_EC_gen("P-256"), EVP_PKEY_free};
  if (!key) std::abort();  // no randomness: nothing may go on
  auto text = openssl::key_text(*key);
  auto request = request_for(*key, kiosk);
  if (text.reveal().empty() || request.empty()) std::abort();  // only memory can fail
  return KeyRequest{std::move(key), std::move(text), std::move(request)};
}

bool KeyRequest::fits(std::string_view certificate) const {
  auto const read = openssl::certificate_in(certificate);
  return read && X509_check_private_key(read.get(), key_.get()) == 1;
}

}  // namespace ce::kiosk_identity
