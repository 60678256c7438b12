#include "kiosk/drivers/central/shown_identity.h"

#include <curl/curl.h>
#include <openssl/err.h>
#include <openssl/ssl.h>

#include <fstream>
#include <iterator>
#include <memory>

#include "kiosk/drivers/central/late_clock.h"
#include "shared/base/secret.h"
#include "shared/openssl/owned.h"
#include "shared/tpm/tpm.h"

namespace ce::drivers {
namespace {

tpm::Key key_in(std::string_view pem, X509& certificate) {
  auto* const public_half = X509_get0_pubkey(&certificate);
  if (public_half != nullptr && tpm::is_sealed(pem)) return tpm::key_of(pem, *public_half);
  return {PEM_read_bio_PrivateKey(openssl::reading(pem).get(), nullptr, nullptr, nullptr), EVP_PKEY_free};
}

bool put_pair(SSL_CTX* context, std::filesystem::path const& file) {
  std::ifstream in{file, std::ios::binary};
  SecretText const pem{std::string{std::istreambuf_iterator<char>{in}, {}}};
  auto const certificate = openssl::certificate_in(pem.reveal());
  if (!certificate) return false;
  auto const key = key_in(pem.reveal(), *certificate);
  return key && SSL_CTX_use_certificate(context, certificate.get()) == 1 &&
         SSL_CTX_use_PrivateKey(context, key.get()) == 1;
}

}  // namespace

void ShownIdentity::give_to(CURL* curl) {
  curl_easy_setopt(curl, CURLOPT_SSL_CTX_FUNCTION, &put);
  curl_easy_setopt(curl, CURLOPT_SSL_CTX_DATA, this);
  curl_easy_setopt(curl, CURLOPT_SSL_SESSIONID_CACHE, 0L);
}

int ShownIdentity::put(CURL* /*curl*/, void* context, void* identity) {
  auto& shown = *static_cast<ShownIdentity*>(identity);
  take_what_has_not_begun(*static_cast<SSL_CTX*>(context));
  if (put_pair(static_cast<SSL_CTX*>(context), shown.file_)) return CURLE_OK;
  ERR_clear_error();
  shown.trouble_ = "本机的密钥和证书读不出来（" + shown.file_.string() + "），请重新登记本机";
  return CURLE_SSL_CERTPROBLEM;
}

}  // namespace ce::drivers
