#include "central/kiosk_ca/authority.h"
#include "kiosk/identity/identity.h"
#include "kiosk/identity/key_request.h"
#include "shared/enrolment/code.h"
#include "shared/enrolment/proof.h"
#include "shared/envelope/envelope.h"
#include "support/files.h"
#include "support/temp_directory.h"
#include "tests/fuzz/parsers/readers.h"
#include "tests/fuzz/parsers/target.h"

namespace ce::fuzz {
namespace {

constexpr Instant now{1'790'000'000'000};
constexpr std::string_view content = "diagnostics of one kiosk";

envelope::Pair const& operator_pair() {
  static auto const pair = envelope::make_pair("operator").value();
  return pair;
}

/// Central's authority, with a kiosk's request and certificate.
struct Trust {
  test::TempDirectory directory;
  kiosk_ca::Authority authority = kiosk_ca::Authority::make(directory / "ca", now).value();
  std::string request = kiosk_identity::KeyRequest::make("GZ-TH-01", tpm::Use::never).value().request();
  std::string certificate = authority.certify(request, "GZ-TH-01", now).value().pem;
};

Trust const& trust() {
  static Trust const one;
  return one;
}

}  // namespace

void read_sealed(std::string_view bytes) {
  auto const opened = envelope::open(bytes, operator_pair().key);
  if (opened) hold(opened->reveal() == content, "every byte that is opened was sealed");
}

void read_enrolment(std::string_view bytes) {
  auto const certified = trust().authority.certify(bytes, "GZ-TH-02", now);
  if (certified) {
    auto const shown = trust().authority.check_client(certified->pem, now);
    hold(shown.ok() && shown->kiosk == "GZ-TH-02", "a certificate names whom it was made for");
  }
  auto const client = trust().authority.check_client(bytes, now);
  if (client) hold(client->kiosk == "GZ-TH-01", "nobody is a kiosk but whom central certified");
  static kiosk_identity::Files const files{trust().directory / "identity"};
  std::filesystem::create_directory(files.pair.parent_path());
  test::write_all(files.pair, bytes);
  (void)kiosk_identity::standing_of(files);
}

std::vector<std::string> sealed_files() {
  return {envelope::seal(content, operator_pair().certificate).value()};
}

std::vector<std::string> enrolments() {
  return {trust().request, trust().certificate, trust().authority.pem(),
          trust().certificate + trust().request};
}

}  // namespace ce::fuzz
