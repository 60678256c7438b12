#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <string_view>

#include "central/kiosk_ca/certificate_text.h"
#include "central/signing/private_key_file.h"
#include "shared/base/clock.h"
#include "shared/base/result.h"
#include "shared/base/secret.h"

/// Central's own small certification authority: it signs kiosks' certificates and those of the servers that
/// kiosks call. X.509 v3 (RFC 5280), EC P-256.
namespace ce::kiosk_ca {

inline constexpr std::int64_t day_ms = 24LL * 60 * 60 * 1000;
inline constexpr std::int64_t kiosk_days = 90;
inline constexpr std::int64_t server_days = 825;
inline constexpr std::int64_t authority_days = 20 * 365;

/// A kiosk's certificate.
struct Certified {
  std::string serial;
  std::string pem;
  Instant ends;
};

/// What a TLS server shows, both PEM.
struct ServerPair {
  std::string certificate;
  SecretText key;
};

/// Immutable; any thread.
class Authority {
 public:
  /// kiosk-ca.key and kiosk-ca.pem of that directory. Fails with grant_key_missing, naming the file.
  static Result<Authority> read(std::filesystem::path const& directory);
  /// Makes both; the directory as well (mode 0700). Fails with input_invalid where there is one already,
  /// storage_full, storage_fault.
  static Result<Authority> make(std::filesystem::path const& directory, Instant now);

  [[nodiscard]] std::string pem() const { return pem_of(*certificate_); }

  /// Signs what the kiosk asks for by PKCS #10: of the request only the key is taken, the name is `kiosk`.
  /// Fails with input_invalid where it is none, its own signature is wrong, or its key is not EC P-256.
  [[nodiscard]] Result<Certified> certify(std::string_view request, std::string_view kiosk, Instant now,
                                          std::int64_t life_ms = kiosk_days * day_ms) const;

  /// A key and a certificate for the server of these names and addresses. `names` is not empty.
  [[nodiscard]] ServerPair serve_as(std::span<std::string const> names, Instant now) const;

  /// Whom a client's certificate names, its chain and dates checked. Fails with not_permitted, saying in
  /// Chinese what is wrong with it.
  [[nodiscard]] Result<ClientIdentity> check_client(std::string_view pem, Instant now) const;

 private:
  Authority(signing::PrivateKey key, X509Owner certificate);

  signing::PrivateKey key_;
  std::shared_ptr<x509_st> certificate_;
};

}  // namespace ce::kiosk_ca
