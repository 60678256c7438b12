#pragma once

#include <boost/asio/ssl/context.hpp>
#include <memory>
#include <optional>

#include "central/http/server.h"
#include "central/kiosk_ca/client_identity.h"

namespace ce::http {

/// TLS 1.3 alone; a client's certificate is asked for and, where one is shown, must be of the authority and
/// in its time, or the handshake fails. Who shows none may use what is for anyone. Null where there is no
/// such port. Fails with config_value_invalid.
[[nodiscard]] Result<std::unique_ptr<boost::asio::ssl::context>> make_tls(std::optional<TlsPort> const& port);

/// Whom the client's certificate names; nothing where it showed none.
[[nodiscard]] std::optional<kiosk_ca::ClientIdentity> client_of(SSL& connection);

}  // namespace ce::http
