#pragma once

#include <chrono>
#include <filesystem>
#include <memory>
#include <string>

#include "kiosk/ports/central.h"
#include "shared/base/secret.h"
#include "shared/protocol/enrolment.h"

namespace ce::drivers {

/// How to reach the central system.
struct CentralAddress {
  std::string base_url;  // "https://ce.example.gov.cn"; http:// on loopback only; no path, no user
  std::string kiosk_id;  // X-Kiosk-Id
  std::filesystem::path
      key_file;  // one line: the kiosk's key, sent as Bearer; mode 0600; empty: by `identity`
  std::filesystem::path ca_file;  // PEM of who vouches for central, alone; empty: with a key the system's
  std::chrono::milliseconds connect_limit{2000};
  std::chrono::milliseconds total_limit{5000};
  /// An answer that comes in at fewer bytes a second for `slow_limit` is broken off before total_limit; 0: it
  /// is not looked at.
  long slowest_bytes = 0;
  std::chrono::seconds slow_limit{30};
  std::filesystem::path identity{};   // PEM of the kiosk's key and certificate, shown to central
  std::filesystem::path authority{};  // with it: who vouches for central unless ca_file says so
};

/// The central system over HTTP/1.1 by libcurl; the connection is kept open between calls. Redirects are
/// not followed, bodies beyond protocol::max_body_bytes are not read, and no URL holds personal data.
/// One thread at a time: threads that must not wait for each other have an object each.
class HttpCentral final : public ports::Central {
 public:
  /// Fails with config_value_invalid (address, kiosk id, key file unreadable or open to others, the machine
  /// not enrolled), naming which. Does not connect yet.
  static Result<std::unique_ptr<HttpCentral>> make(CentralAddress const& address);
  ~HttpCentral() override;

  Result<protocol::PersonYears> find_person(protocol::PersonQuery const& query) override;
  Result<protocol::Verification> verify(std::string const& number) override;
  Result<protocol::TokenVerification> verify_token(std::string const& token) override;
  Result<std::vector<protocol::EventReply>> deliver(std::span<protocol::KioskEvent const> events) override;
  Result<protocol::HealthReply> report(protocol::Health const& health) override;
  [[nodiscard]] std::chrono::seconds patience_asked() const override;
  Result<grant::Grant> fetch_grant(protocol::GrantRequest const& request) override;
  Result<void> return_grant(EntryId const& grant) override;
  Result<protocol::ChangesPage> proof_changes(std::string const& cursor) override;
  Result<SecretText> people_changes(std::string const& kinds, std::string const& cursor) override;
  Result<std::string> fetch_seal(std::string const& sha256) override;
  /// A certificate for another key of this kiosk's (kiosk/identity).
  Result<protocol::CertificateReply> renew(protocol::RenewalRequest const& request);
  /// A log that central asked for.
  Result<void> bring(protocol::KioskLog const& log);

  /// Any thread: the call that is under way fails within a second as central_unreachable, later ones too.
  void give_up();

  class Session;

 private:
  Result<SecretText> changes(std::string const& kinds, std::string const& cursor);

  explicit HttpCentral(std::unique_ptr<Session> session);
  std::unique_ptr<Session> session_;
};

}  // namespace ce::drivers
