#include <openssl/ssl.h>
#include <poll.h>
#include <unistd.h>

#include "certificates.h"
#include "support/files.h"
#include "trust_room.h"

namespace ce::test {
namespace {

using testing::HasSubstr;

constexpr std::int64_t day = kiosk_ca::day_ms;

struct Refusals : TrustRoom {
  [[nodiscard]] Party::Wanted wanted(std::string name, std::string use, std::int64_t from_days = -2,
                                     std::int64_t to_days = 2) const {
    return {std::move(name), now().ms + from_days * day, now().ms + to_days * day, std::move(use),
            "127.0.0.1"};
  }
  /// What a kiosk that has that certificate is told by the real central.
  [[nodiscard]] std::string told(Party const& client) {
    Machine const machine;
    put_identity(machine, client.key(), client.certificate(), authority.pem());
    return told(machine, url());
  }
  [[nodiscard]] std::string told(Machine const& machine, std::string const& where) const {
    auto const answer = line(machine, where)->report(health());
    if (answer) return {};
    EXPECT_TRUE(answer.failure().code == FailureCode::central_unreachable ||
                answer.failure().code == FailureCode::central_refused)
        << describe(answer.failure());
    return answer.failure().detail;
  }
  /// What an enrolled kiosk says of another server in the place of central.
  [[nodiscard]] std::string told_of(Party const& shown, int highest_version = TLS1_3_VERSION) {
    Machine const machine;
    enrol(machine);
    OtherServer const server{shown, highest_version};
    auto words = told(machine, server.url());
    EXPECT_EQ(server.heard(), 0) << "nothing may be told to it";
    return words;
  }
};

TEST_F(Refusals, CentralTakesNoCertificateButItsOwn) {
  Party const other_ca{wanted("CE kiosks", "")};
  EXPECT_THAT(told(Party{wanted(tests::kiosk_id, "clientAuth"), &other_ca}), HasSubstr("不是它签发的"));
  EXPECT_THAT(told(Party{wanted(tests::kiosk_id, "clientAuth")}), HasSubstr("不是它签发的")) << "self-signed";
  // Of the right authority, but over; the request was a kiosk's own.
  Machine const machine;
  enrol(machine);
  EXPECT_EQ(told(machine, url()), "");
  auto const ask_for = [&](std::string_view kiosk, std::int64_t life_ms) {
    return [this, kiosk,
            life_ms](protocol::RenewalRequest const& request) -> Result<protocol::CertificateReply> {
      CE_TRY(auto const made, authority.certify(request.request, kiosk, now(), life_ms));
      return protocol::CertificateReply{made.pem, authority.pem()};
    };
  };
  auto const much_later = Instant{now().ms + 89 * day};
  ASSERT_TRUE(kiosk_identity::renew_if_due(machine.files(), tpm::Use::never, much_later,
                                           ask_for(tests::kiosk_id, -1000))
                  .value());
  EXPECT_THAT(told(machine, url()), HasSubstr("本机的证书已过期"));
  // In its time and of the right authority, but not in central's table: a stolen key of the authority.
  ASSERT_TRUE(kiosk_identity::renew_if_due(machine.files(), tpm::Use::never, much_later,
                                           ask_for(tests::kiosk_id, 90 * day))
                  .value());
  EXPECT_THAT(told(machine, url()), HasSubstr("不认本机的证书"));
}

TEST_F(Refusals, WithoutACertificateNobodyIsAKiosk) {
  Machine const machine;
  enrol(machine);
  // A server's certificate is none for a client.
  auto const server = authority.serve_as(std::vector<std::string>{"127.0.0.1"}, now());
  Machine const posing;
  put_identity(posing, server.key.reveal(), server.certificate, authority.pem());
  EXPECT_THAT(told(posing, url()), HasSubstr("用途不对"));
  // Another kiosk's name with this one's certificate.
  Machine const other{tests::other_kiosk_id};
  std::filesystem::create_directories(other.files().pair.parent_path());
  std::filesystem::copy_file(machine.files().pair, other.files().pair);
  std::filesystem::copy_file(machine.files().authority, other.files().authority);
  EXPECT_THAT(told(other, url()), HasSubstr("HTTP 401"));
  // None at all: what is for anyone is served, what is for kiosks is not. The header of a proxy that is not
  // named in the configuration says nothing.
  auto const nobody =
      central.ask(tests::request("POST", "/api/v1/kiosk/health",
                                 std::string{"Content-Type: application/json\r\nX-Client-Certificate: "} +
                                     "-----BEGIN%20CERTIFICATE-----\r\nX-Kiosk-Id: GZ-TH-01\r\n",
                                 protocol::write(health())));
  EXPECT_EQ(nobody.status, 401);
  EXPECT_THAT(nobody.body, HasSubstr("没有出示终端证书"));
}

TEST_F(Refusals, ARevokedKioskIsRefusedOnTheLineThatIsOpen) {
  Machine const machine;
  enrol(machine);
  auto const open = line(machine);
  ASSERT_TRUE(open->report(health()));
  ASSERT_TRUE(fleet::revoke(store, by, tests::kiosk_id, now()));
  auto const refused = open->report(health());
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.failure().code, FailureCode::central_refused);
  EXPECT_THAT(refused.failure().detail, HasSubstr("请重新登记本机"));
  EXPECT_FALSE(open->renew({"x"}));
  // A new code lets it in again.
  enrol(machine);
  EXPECT_TRUE(open->report(health())) << "by a connection of its own";
}

// The machine that was replaced asked for its next certificate a moment before, and the store was busy.
TEST_F(Refusals, WhoIsReplacedWhileItAsksGetsNoNextCertificate) {
  Machine const stolen;
  enrol(stolen);
  auto const shown = authority.check_client(read_all(stolen.files().pair), now()).value();
  Machine const machine;
  enrol(machine);
  FailureCode why{};
  auto const renewed = kiosk_identity::renew_if_due(
      stolen.files(), tpm::Use::never, Instant{now().ms + 89 * day},
      [&](protocol::RenewalRequest const& request) -> Result<protocol::CertificateReply> {
        auto const made = fleet::renew(store, authority, shown, request.request, now());
        if (made) return protocol::CertificateReply{made->pem, authority.pem()};
        why = made.failure().code;
        return made.failure();
      });
  EXPECT_FALSE(renewed);
  EXPECT_EQ(why, FailureCode::not_permitted);
  EXPECT_NE(told(stolen, url()), "");
  EXPECT_EQ(told(machine, url()), "");
}

TEST_F(Refusals, TheKiosksPortServesKiosksAndTheApiAlone) {
  for (auto const* target : {"/metrics", "/health", "/health/live", "/console", "/console/sign-in", "/verify",
                             "/v/44010624000001", "/%6detrics", "//metrics", "/api/../metrics"}) {
    EXPECT_THAT(asked_by_tls(tls_port, target), testing::StartsWith("HTTP/1.1 404")) << target;
  }
  EXPECT_THAT(asked_by_tls(tls_port, std::string{"/api/v1/certificates/"} + tests::certificate_number),
              testing::StartsWith("HTTP/1.1 200"));
}

TEST_F(Refusals, WhoOpensLinesAndShowsNothingLeavesRoomForKiosks) {
  Machine const machine;
  enrol(machine);
  std::vector<int> silent;
  for (int i = 0; i < 64; ++i) silent.push_back(silent_line(tls_port, "127.0.0.2"));
  int const one_more = silent_line(tls_port, "127.0.0.2");
  EXPECT_TRUE(is_ended(one_more)) << "so many of one address";
  EXPECT_EQ(told(machine, url()), "") << "from another address";
  EXPECT_EQ(central.ask(tests::request("GET", "/health")).status, 200);
  for (int const line : silent) ::close(line);
  ::close(one_more);
  bool let_in = false;
  for (int i = 0; i < 100 && !let_in; ++i) {
    int const again = silent_line(tls_port, "127.0.0.2");
    pollfd ended{again, POLLIN, 0};
    let_in = ::poll(&ended, 1, 50) == 0;
    ::close(again);
  }
  EXPECT_TRUE(let_in) << "when they are gone";
}

TEST_F(Refusals, AnOlderTlsIsNotSpoken) {
  EXPECT_NE(shake_hands(tls_port, TLS1_2_VERSION), "");
  EXPECT_EQ(shake_hands(tls_port, TLS1_3_VERSION), "");
}

TEST_F(Refusals, CentralsOwnCertificateIsOfOneWeek) {
  auto const days =
      std::chrono::duration<double, std::ratio<86'400>>{life_of_what_is_shown(tls_port)}.count();
  EXPECT_LE(days, kiosk_ca::own_server_days);
  EXPECT_GT(days, kiosk_ca::own_server_days - 1);
}

TEST_F(Refusals, AKioskSpeaksToNoOtherCentral) {
  Party const other_ca{wanted("CE kiosks", "")};
  EXPECT_THAT(told_of(Party{wanted("127.0.0.1", "serverAuth"), &other_ca}), HasSubstr("不是本机所认的机构"));
  EXPECT_THAT(told_of(Party{wanted("127.0.0.1", "serverAuth")}), HasSubstr("自己签的"));
  Party::Wanted elsewhere = wanted("10.1.1.1", "serverAuth");
  elsewhere.address = "10.1.1.1";
  // What is of the authority and yet wrong is made by a machine whose authority is the test's.
  Party const ca{wanted("CA", "", -400, 400)};
  auto const told_by_ours = [&](Party const& shown, int highest) {
    Machine const machine;
    Party const client{wanted(tests::kiosk_id, "clientAuth"), &ca};
    put_identity(machine, client.key(), client.certificate(), ca.certificate());
    OtherServer const server{shown, highest};
    auto words = told(machine, server.url());
    EXPECT_EQ(server.heard(), 0);
    return words;
  };
  EXPECT_THAT(told_by_ours(Party{wanted("127.0.0.1", "serverAuth", -9, -1), &ca}, TLS1_3_VERSION),
              HasSubstr("证书已过期"));
  EXPECT_THAT(told_by_ours(Party{elsewhere, &ca}, TLS1_3_VERSION), HasSubstr("不是这个地址的"));
  EXPECT_THAT(told_by_ours(Party{wanted("127.0.0.1", "clientAuth"), &ca}, TLS1_3_VERSION),
              HasSubstr("用途不对"))
      << "another kiosk";
  EXPECT_THAT(told_by_ours(Party{wanted("127.0.0.1", "serverAuth"), &ca}, TLS1_2_VERSION),
              HasSubstr("TLS 1.3"));
}

TEST_F(Refusals, AKioskWhoseClockIsYearsBehindHearsCentralAllTheSame) {
  // For a clock that is right all of these begin in years; so what has begun looks to a clock that is years
  // behind.
  Party const ca{wanted("CA", "", 700, 4000)};
  Machine const machine;
  Party const client{wanted(tests::kiosk_id, "clientAuth"), &ca};
  put_identity(machine, client.key(), client.certificate(), ca.certificate());
  OtherServer const server{Party{wanted("127.0.0.1", "serverAuth", 720, 727), &ca}, TLS1_3_VERSION};
  (void)line(machine, server.url())->report(health());
  EXPECT_EQ(server.heard(), 1) << "it speaks";
  // It still asks everything else: whose it is, and for whom.
  Party const other_ca{wanted("CA", "", 700, 4000)};
  OtherServer const other{Party{wanted("127.0.0.1", "serverAuth", 720, 727), &other_ca}, TLS1_3_VERSION};
  EXPECT_THAT(told(machine, other.url()), HasSubstr("不是本机所认的机构"));
  OtherServer const over{Party{wanted("127.0.0.1", "serverAuth", -9, -1), &ca}, TLS1_3_VERSION};
  EXPECT_THAT(told(machine, over.url()), HasSubstr("证书已过期"));
  EXPECT_EQ(other.heard() + over.heard(), 0);
}

}  // namespace
}  // namespace ce::test
