#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "shared/base/result.h"
#include "shared/base/secret.h"
#include "shared/tpm/tpm.h"

struct evp_pkey_st;

namespace ce::kiosk_identity {

/// A fresh key and the request for its certificate.
class KeyRequest {
 public:
  /// EC P-256, in the TPM or from the operating system's random source; the request is signed with it and
  /// names `kiosk`. Fails with config_value_invalid where a TPM is required and makes none.
  static Result<KeyRequest> make(std::string_view kiosk, tpm::Use use);

  /// PKCS #10, PEM.
  [[nodiscard]] std::string const& request() const { return request_; }
  /// PEM: PKCS #8, or what the TPM alone can use.
  [[nodiscard]] SecretText const& key() const { return text_; }
  /// Whether that certificate (PEM) is this key's.
  [[nodiscard]] bool fits(std::string_view certificate) const;

 private:
  KeyRequest(tpm::Key key, SecretText text, std::string request);

  tpm::Key key_;  // shared: OpenSSL's own count; wiped when it ends
  SecretText text_;
  std::string request_;
};

}  // namespace ce::kiosk_identity
