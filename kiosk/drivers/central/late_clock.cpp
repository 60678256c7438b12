#include "kiosk/drivers/central/late_clock.h"

#include <openssl/ssl.h>
#include <openssl/x509_vfy.h>

namespace ce::drivers {
namespace {

int not_begun_is_no_fault(int good, X509_STORE_CTX* check) {
  if (good == 1 || X509_STORE_CTX_get_error(check) != X509_V_ERR_CERT_NOT_YET_VALID) return good;
  X509_STORE_CTX_set_error(check, X509_V_OK);  // libcurl asks for it after the handshake
  return 1;
}

}  // namespace

void take_what_has_not_begun(ssl_ctx_st& context) {
  SSL_CTX_set_verify(&context, SSL_VERIFY_PEER, &not_begun_is_no_fault);
}

}  // namespace ce::drivers
