#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "central/kiosk_ca/certificate_text.h"
#include "central/signing/private_key_file.h"
#include "shared/base/clock.h"
#include "shared/base/result.h"
#include "shared/base/secret.h"

/// Central's own small certification authority: it signs kiosks' certificates and those of the servers that
/// kiosks call. X.509 v3 (RFC 5280), EC P-256.
namespace ce::kiosk_ca {

/// The name of the first one; each later one adds when it was made.
inline constexpr std::string_view first_name = "CE kiosks";
inline constexpr std::int64_t day_ms = 24LL * 60 * 60 * 1000;
inline constexpr std::int64_t kiosk_days = 90;
/// Of a server of others (nginx), whose pair lies in files and is renewed by its operator.
inline constexpr std::int64_t server_days = 90;
/// Of ce-central's own port, which makes itself a new pair every day.
inline constexpr std::int64_t own_server_days = 7;
inline constexpr std::int64_t authority_days = 20 * 365;

/// A kiosk's certificate.
struct Certified {
  std::string serial;
  std::string pem;
  Instant ends;
  std::string issuer;  // name of the authority that signed it
};

/// What a TLS server shows, both PEM.
struct ServerPair {
  std::string certificate;
  SecretText key;
};

/// One authority, or two while a new one takes over from the old (README.md). Immutable; any thread.
class Authority {
 public:
  /// kiosk-ca.key and kiosk-ca.pem of that directory, with those of the next and of the one before. Fails
  /// with grant_key_missing, naming the file.
  static Result<Authority> read(std::filesystem::path const& directory);
  /// Makes both; the directory as well (mode 0700). For a key that is there without its certificate it makes
  /// that one alone. Fails with input_invalid where there is one already, storage_full, storage_fault.
  static Result<Authority> make(std::filesystem::path const& directory, Instant now);

  /// Makes the next one beside it, which certifies kiosks from the next start of central on. Fails with
  /// input_invalid where there is none, one already, or one before that has not ended; storage_full,
  /// storage_fault.
  static Result<void> make_next(std::filesystem::path const& directory, Instant now);
  /// The next becomes the one, the old one is only believed. Whoever dies within does it again. Fails with
  /// input_invalid where there is no next, storage_full, storage_fault.
  static Result<void> switch_over(std::filesystem::path const& directory);
  /// The old one is believed no more. Fails with input_invalid where there is none, storage_fault.
  static Result<void> end_before(std::filesystem::path const& directory);

  /// All that are believed, the one that certifies servers first.
  [[nodiscard]] std::string pem() const;
  /// Who certifies kiosks, as Certified::issuer.
  [[nodiscard]] std::string certifies_as() const;

  /// Signs what the kiosk asks for by PKCS #10: of the request only the key is taken, the name is `kiosk`.
  /// Fails with input_invalid where it is none, its own signature is wrong, or its key is not EC P-256.
  [[nodiscard]] Result<Certified> certify(std::string_view request, std::string_view kiosk, Instant now,
                                          std::int64_t life_ms = kiosk_days * day_ms) const;

  /// A key and a certificate for the server of these names and addresses. `names` is not empty.
  [[nodiscard]] ServerPair serve_as(std::span<std::string const> names, Instant now,
                                    std::int64_t days = server_days) const;

  /// Whom a client's certificate names, its chain and dates checked. Fails with not_permitted, saying in
  /// Chinese what is wrong with it.
  [[nodiscard]] Result<ClientIdentity> check_client(std::string_view pem, Instant now) const;

 private:
  struct Signer {
    signing::PrivateKey key;
    std::shared_ptr<x509_st> certificate;
  };
  static Result<Signer> read_signer(std::filesystem::path const& key,
                                    std::filesystem::path const& certificate);
  Authority(Signer servers, Signer kiosks, std::vector<std::shared_ptr<x509_st>> believed);

  Signer servers_;
  Signer kiosks_;                                   // the same but while the next one takes over
  std::vector<std::shared_ptr<x509_st>> believed_;  // those of both among them
};

}  // namespace ce::kiosk_ca
