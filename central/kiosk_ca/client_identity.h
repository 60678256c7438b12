#pragma once

#include <string>

namespace ce::kiosk_ca {

/// Whom a client's certificate names. The serial number is lower-case hexadecimal, as the store keeps it.
struct ClientIdentity {
  std::string kiosk;
  std::string serial;
};

}  // namespace ce::kiosk_ca
