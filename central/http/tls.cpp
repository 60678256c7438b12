#include "central/http/tls.h"

#include <openssl/ssl.h>

#include "central/kiosk_ca/certificate_text.h"

namespace ce::http {

namespace asio = boost::asio;
using Error = boost::system::error_code;

Result<std::unique_ptr<asio::ssl::context>> make_tls(std::optional<TlsPort> const& port) {
  if (!port) return std::unique_ptr<asio::ssl::context>{};
  auto context = std::make_unique<asio::ssl::context>(asio::ssl::context::tls_server);
  auto* const native = context->native_handle();
  SSL_CTX_set_min_proto_version(native, TLS1_3_VERSION);
  // A session taken up again would be that of a certificate of before.
  SSL_CTX_set_session_cache_mode(native, SSL_SESS_CACHE_OFF);
  SSL_CTX_set_num_tickets(native, 0);
  SSL_CTX_set_options(native, SSL_OP_NO_TICKET | SSL_OP_NO_RENEGOTIATION);
  Error error;
  auto const text = [](std::string const& pem) { return asio::buffer(pem.data(), pem.size()); };
  context->use_certificate_chain(text(port->certificate), error);
  if (!error) context->use_private_key(text(port->key.reveal()), asio::ssl::context::pem, error);
  if (!error) context->add_certificate_authority(text(port->client_authority), error);
  if (!error) context->set_verify_mode(asio::ssl::verify_peer, error);
  if (error) return Failure{FailureCode::config_value_invalid, "[tls]: " + error.message()};
  return context;
}

std::optional<kiosk_ca::ClientIdentity> client_of(SSL& connection) {
  kiosk_ca::X509Owner const shown{SSL_get1_peer_certificate(&connection)};
  if (!shown || SSL_get_verify_result(&connection) != X509_V_OK) return std::nullopt;
  return kiosk_ca::identity_of(*shown);
}

}  // namespace ce::http
