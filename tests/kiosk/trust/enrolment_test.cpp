#include <sys/stat.h>

#include "shared/base/durable_file.h"
#include "shared/enrolment/proof.h"
#include "support/files.h"
#include "trust_room.h"

namespace ce::test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

TEST(EnrolmentCode, IsReadAsItIsTyped) {
  for (int i = 0; i < 20; ++i) {
    auto const code = enrolment::make_code();
    auto small = enrolment::shown(code);
    for (char& c : small) c = static_cast<char>(std::tolower(c));
    EXPECT_EQ(enrolment::code_in(small)->reveal(), code.reveal());
  }
  EXPECT_EQ(enrolment::code_in("oil23 ABCDE")->reveal(), "01123ABCDE");
  for (auto const* wrong :
       {"", "7K3MQ-2VX9", "7K3MQ-2VX9RR", "7K3MQ-2VX9U", "登记码登记码登记", "a-key-of-this-kiosk"}) {
    EXPECT_FALSE(enrolment::code_in(wrong)) << wrong;
  }
}

TEST_F(TrustRoom, AKioskIsEnrolledByItsCodeOnce) {
  Machine const machine;
  auto const code = make_code();
  auto const done = enrol(machine, code);
  ASSERT_TRUE(done) << describe(done.failure());
  struct stat about {};
  ASSERT_EQ(::stat(machine.files().pair.c_str(), &about), 0);
  EXPECT_EQ(about.st_mode & 0777U, 0600U);
  auto const standing = kiosk_identity::standing_of(machine.files()).value();
  EXPECT_EQ(standing->kiosk, tests::kiosk_id);
  EXPECT_GT(standing->ends.ms, now().ms + 89 * kiosk_ca::day_ms);
  EXPECT_FALSE(kiosk_identity::is_due(*standing, now()));
  EXPECT_TRUE(kiosk_identity::is_due(*standing, Instant{now().ms + 61 * kiosk_ca::day_ms}));
  EXPECT_TRUE(line(machine)->report(health()));
  // The key of before has ended with it.
  EXPECT_EQ(central.post_as_kiosk("/api/v1/kiosk/health", protocol::write(health())).status, 401);

  Machine const second;
  auto const again = enrol(second, code);
  ASSERT_FALSE(again);
  EXPECT_EQ(again.failure().code, FailureCode::central_refused);
  EXPECT_THAT(again.failure().detail, HasSubstr("已用过"));
  EXPECT_FALSE(kiosk_identity::standing_of(second.files()).value());
  EXPECT_TRUE(kiosk_identity::enrolled_by(machine.files(), SecretText{enrolment::shown(code)}));
  EXPECT_FALSE(kiosk_identity::enrolled_by(second.files(), code));
  EXPECT_THAT(chain(), ElementsAre("kiosk_code_made", "kiosk_certified"));
}

TEST_F(TrustRoom, WrongCodesAreCountedAndTheRightOneDiesWithThem) {
  Machine const machine;
  auto const code = make_code();
  for (int i = 0; i < fleet::code_tries; ++i) {
    EXPECT_EQ(enrol(machine, enrolment::make_code()).failure().code, FailureCode::central_refused);
  }
  EXPECT_EQ(enrol(machine, code).failure().code, FailureCode::central_refused);
  EXPECT_THAT(chain(), testing::Contains("kiosk_code_refused").Times(fleet::code_tries));
  // Neither another kiosk's code nor one that is over.
  Machine const other{tests::other_kiosk_id};
  EXPECT_EQ(enrol(other, make_code()).failure().code, FailureCode::central_refused);
  auto const old = fleet::make_code(store, by, tests::kiosk_id, Instant{now().ms - 61 * 60'000}).value();
  EXPECT_EQ(enrol(machine, old).failure().code, FailureCode::central_refused);
  Instant const ahead{now().ms + 5LL * 365 * 86'400'000};
  auto const later = fleet::make_code(store, by, tests::kiosk_id, ahead).value();
  EXPECT_EQ(enrol(machine, later).failure().code, FailureCode::central_refused);
  // What is kept of a code is not the code.
  EXPECT_TRUE(store.read([&](storage::Database& database) -> Result<void> {
    auto row = database.prepare("SELECT stored_key FROM kiosk_codes WHERE kiosk = $1");
    CE_TRY(bool const there, row.bind(1, tests::kiosk_id).step());
    EXPECT_TRUE(there);
    EXPECT_EQ(row.text(0), enrolment::verifier_of(later, tests::kiosk_id).stored_key);
    EXPECT_THAT(row.text(0), Not(HasSubstr(later.reveal())));
    return {};
  }));
}

// Who stands between and has an authority of its own can hand it out, but not prove that it knows the code.
TEST_F(TrustRoom, AnAuthorityOfSomebodyBetweenIsNotBelieved) {
  TempDirectory const elsewhere;
  auto const other = kiosk_ca::Authority::make(elsewhere / "ca", now()).value();
  Machine const machine;
  auto const forge = [&](protocol::EnrolmentRequest const& request) -> Result<protocol::CertificateReply> {
    CE_TRY(auto reply, drivers::ask_enrolment(url(), {}, request));
    CE_TRY(auto const made, other.certify(request.request, request.kiosk, now()));
    return protocol::CertificateReply{made.pem, other.pem(), reply.proof};
  };
  auto const done =
      kiosk_identity::enrol(machine.files(), machine.kiosk, make_code(), tpm::Use::never, forge);
  ASSERT_FALSE(done);
  EXPECT_EQ(done.failure().code, FailureCode::answer_malformed);
  EXPECT_FALSE(std::filesystem::exists(machine.files().authority));
  // Nor is a request changed on its way: what central signs is what the kiosk asked for.
  auto const swap = [&](protocol::EnrolmentRequest request) {
    request.request.at(request.request.size() / 2) ^= 1;
    return drivers::ask_enrolment(url(), {}, request);
  };
  EXPECT_EQ(kiosk_identity::enrol(machine.files(), machine.kiosk, make_code(), tpm::Use::never, swap)
                .failure()
                .code,
            FailureCode::central_refused);
}

struct BehindAProxy : TrustRoom {
  BehindAProxy() : TrustRoom("certificate_proxies = [\"127.0.0.1\"]\n") {}
};

// The same two operations without TLS between, so that what central answers is held against openapi.yaml.
TEST_F(BehindAProxy, WhatIsAnsweredToAnEnrolmentAndARenewalIsAsDocumented) {
  Machine const machine;
  std::string certificate;
  auto const ask = [&](protocol::EnrolmentRequest const& request) -> Result<protocol::CertificateReply> {
    CE_TRY(auto reply, plainly("/api/v1/kiosk/enrolment", protocol::write(request)));
    certificate = reply.certificate;
    return reply;
  };
  auto const code = make_code();
  auto const done = kiosk_identity::enrol(machine.files(), machine.kiosk, code, tpm::Use::never, ask);
  ASSERT_TRUE(done) << describe(done.failure());
  EXPECT_FALSE(kiosk_identity::enrol(machine.files(), machine.kiosk, code, tpm::Use::never, ask))
      << "used up: the refusal is held against the document as well";
  EXPECT_FALSE(plainly("/api/v1/kiosk/enrolment", "{}"));
  auto const first = kiosk_identity::standing_of(machine.files()).value();
  auto const later = Instant{first->begins.ms + (first->ends.ms - first->begins.ms) / 3};
  // A hall that was shut for two months when it was about to ask comes back with one that still holds.
  EXPECT_GE(first->ends.ms - later.ms, 60LL * 86'400'000);
  auto const renewed = kiosk_identity::renew_if_due(
      machine.files(), tpm::Use::never, later, [&](protocol::RenewalRequest const& request) {
        return plainly("/api/v1/kiosk/certificate", protocol::write(request), certificate);
      });
  ASSERT_TRUE(renewed) << describe(renewed.failure());
  EXPECT_TRUE(*renewed);
  EXPECT_FALSE(plainly("/api/v1/kiosk/certificate", R"({"version":1,"request":"x"})", certificate));
}

TEST_F(TrustRoom, ACertificateIsExchangedInTime) {
  Machine const machine;
  enrol(machine);
  auto const ask = [&](auto const& request) { return line(machine)->renew(request); };
  EXPECT_FALSE(kiosk_identity::renew_if_due(machine.files(), tpm::Use::never, now(), ask).value());
  auto const before = read_all(machine.files().pair);
  auto const first = kiosk_identity::standing_of(machine.files()).value();
  auto const later = Instant{first->begins.ms + (first->ends.ms - first->begins.ms) / 3 * 2};
  EXPECT_TRUE(kiosk_identity::renew_if_due(machine.files(), tpm::Use::never, later, ask).value());
  EXPECT_NE(read_all(machine.files().pair), before);
  EXPECT_TRUE(line(machine)->report(health()));
  // One that got no answer asks again; what it has still holds.
  put_identity(machine, before, "", authority.pem());
  EXPECT_TRUE(line(machine)->report(health()));
  EXPECT_THAT(chain(), ElementsAre("kiosk_code_made", "kiosk_certified", "kiosk_certified"));
  // A kiosk by key has none to exchange.
  auto const by_key = central.ask(
      tests::request("POST", "/api/v1/kiosk/certificate",
                     std::string{"Content-Type: application/json\r\nX-Kiosk-Id: "} + tests::other_kiosk_id +
                         "\r\nAuthorization: Bearer " + tests::other_kiosk_key + "\r\n",
                     R"({"version":1,"request":"x"})"));
  EXPECT_EQ(by_key.status, 401) << by_key.body;
}

}  // namespace
}  // namespace ce::test
