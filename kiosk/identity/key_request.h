#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "shared/base/secret.h"

struct evp_pkey_st;

namespace ce::kiosk_identity {

/// A fresh key and the request for its certificate.
class KeyRequest {
 public:
  /// EC P-256, from the operating system's random source; the request is signed with it and names `kiosk`.
  explicit KeyRequest(std::string_view kiosk);

  /// PKCS #10, PEM.
  [[nodiscard]] std::string const& request() const { return request_; }
  /// PKCS #8, PEM.
  [[nodiscard]] SecretText key() const;
  /// Whether that certificate (PEM) is this key's.
  [[nodiscard]] bool fits(std::string_view certificate) const;

 private:
  std::shared_ptr<evp_pkey_st> key_;  // shared: OpenSSL's own count; wiped when it ends
  std::string request_;
};

}  // namespace ce::kiosk_identity
