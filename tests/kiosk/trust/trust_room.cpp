#include "trust_room.h"

#include "shared/base/durable_file.h"
#include "support/files.h"

namespace ce::test {
namespace {

void make_authority(tests::Folder const& folder) {
  EXPECT_TRUE(kiosk_ca::Authority::make(folder / "grant-keys", SystemClock{}.now()));
}

// As $ssl_client_escaped_cert of nginx.
std::string escaped(std::string const& text) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string made;
  for (char const c : text) {
    auto const byte = static_cast<unsigned char>(c);
    (made += '%').append({digits[byte / 16], digits[byte % 16]});
  }
  return made;
}

std::string with_tls(std::string_view kiosks) {
  return std::string{kiosks} +
         "[tls]\naddress = \"127.0.0.1\"\nport = 0\nport_file = \"tls-port\"\nnames = [\"127.0.0.1\"]\n";
}

}  // namespace

TrustRoom::TrustRoom(std::string_view kiosks) : central(with_tls(kiosks), {}, make_authority) {
  tls_port = static_cast<std::uint16_t>(tests::number_in(read_all(central.folder / "tls-port")));
}

Result<protocol::CertificateReply> TrustRoom::plainly(std::string const& target, std::string const& body,
                                                      std::string const& certificate) const {
  std::string headers = "Content-Type: application/json\r\n";
  if (!certificate.empty())
    headers += std::string{"X-Kiosk-Id: "} + tests::kiosk_id +
               "\r\nX-Client-Certificate: " + escaped(certificate) + "\r\n";
  auto const answer = central.ask(tests::request("POST", target, headers, body));
  if (answer.status != 200) return Failure{FailureCode::central_refused, answer.body};
  return protocol::read_certificate_reply(answer.body);
}

SecretText TrustRoom::make_code(std::string const& kiosk) {
  return fleet::make_code(store, by, kiosk, now()).value();
}

Result<void> TrustRoom::enrol(Machine const& machine, SecretText const& code, tpm::Use use) const {
  return kiosk_identity::enrol(machine.files(), machine.kiosk, code, use, [this](auto const& request) {
    return drivers::ask_enrolment(url(), {}, request);
  });
}

void TrustRoom::enrol(Machine const& machine) {
  auto const done = enrol(machine, make_code(machine.kiosk));
  ASSERT_TRUE(done) << describe(done.failure());
}

std::unique_ptr<drivers::HttpCentral> TrustRoom::line(Machine const& machine,
                                                      std::string const& where) const {
  drivers::CentralAddress address;
  address.base_url = where.empty() ? url() : where;
  address.kiosk_id = machine.kiosk;
  address.identity = machine.files().pair;
  address.authority = machine.files().authority;
  auto made = drivers::HttpCentral::make(address);
  if (!made) ADD_FAILURE() << describe(made.failure());
  return std::move(made).value();
}

void TrustRoom::put_identity(Machine const& machine, std::string const& key, std::string const& certificate,
                             std::string const& authority) {
  ASSERT_TRUE(write_durably(machine.files().pair, key + certificate, MissingDirectory::make));
  ASSERT_TRUE(write_durably(machine.files().authority, authority, MissingDirectory::make));
}

std::vector<std::string> TrustRoom::chain() const {
  std::vector<std::string> found;
  EXPECT_TRUE(store.read([&](storage::Database& database) -> Result<void> {
    auto rows = database.prepare("SELECT action FROM audit_entries WHERE action LIKE 'kiosk_%' ORDER BY seq");
    for (;;) {
      CE_TRY(bool const more, rows.step());
      if (!more) return {};
      found.push_back(rows.text(0));
    }
  }));
  return found;
}

}  // namespace ce::test
