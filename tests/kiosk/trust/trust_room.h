#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "central/fleet/certificates.h"
#include "central/fleet/copies.h"
#include "central/fleet/enrolment.h"
#include "central/http/central_process.h"
#include "central/http/fixture.h"
#include "central/kiosk_ca/authority.h"
#include "central/rulebook/rulebook.h"
#include "kiosk/drivers/central/enrol.h"
#include "kiosk/drivers/central/http_central.h"
#include "kiosk/identity/identity.h"
#include "shared/enrolment/code.h"
#include "shared/protocol/json.h"
#include "support/temp_directory.h"

namespace ce::test {

/// The real ce-central with its port for kiosks, and kiosks that come to it by TLS.
class TrustRoom : public testing::Test {
 protected:
  /// `kiosks` are further lines of that section of the configuration.
  explicit TrustRoom(std::string_view kiosks = {});

  /// A kiosk's own directory; two with one identity are two machines.
  struct Machine {
    explicit Machine(std::string name = tests::kiosk_id) : kiosk(std::move(name)) {}
    TempDirectory directory;
    std::string kiosk;
    [[nodiscard]] kiosk_identity::Files files() const {
      return kiosk_identity::Files{directory / "identity"};
    }
  };

  [[nodiscard]] std::string url() const { return "https://127.0.0.1:" + std::to_string(tls_port); }
  /// POST of JSON to the port without TLS, where answers are held against openapi.yaml (heard.h). With a
  /// certificate as a proxy tells it.
  [[nodiscard]] Result<protocol::CertificateReply> plainly(std::string const& target, std::string const& body,
                                                           std::string const& certificate = {}) const;
  [[nodiscard]] SecretText make_code(std::string const& kiosk = tests::kiosk_id);
  [[nodiscard]] Result<void> enrol(Machine const& machine, SecretText const& code,
                                   tpm::Use use = tpm::Use::never) const;
  void enrol(Machine const& machine);
  [[nodiscard]] std::unique_ptr<drivers::HttpCentral> line(Machine const& machine,
                                                           std::string const& where = {}) const;
  /// Puts that key and certificate in the place of the machine's own.
  static void put_identity(Machine const& machine, std::string const& key, std::string const& certificate,
                           std::string const& authority);
  /// The words of the audit chains about kiosks, oldest first.
  [[nodiscard]] std::vector<std::string> chain() const;
  [[nodiscard]] Instant now() const { return clock.now(); }

  SystemClock clock;
  rulebook::Rulebook const& rules = tests::product_rules();
  tests::CentralProcess central;
  store::Store store = store::Store::open(central.folder.store(), rules).value();
  kiosk_ca::Authority authority = kiosk_ca::Authority::read(central.folder / "grant-keys").value();
  std::uint16_t tls_port = 0;
  audit::Author by = audit::operator_author("tests", {});
};

inline protocol::Health health(std::optional<protocol::Beat> beat = std::nullopt) {
  protocol::Health told;
  told.program_version = "0.1.0";
  told.reader_ok = told.printer_ok = true;
  told.beat = std::move(beat);
  return told;
}

}  // namespace ce::test
