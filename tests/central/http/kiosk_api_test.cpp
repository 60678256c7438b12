#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>

#include <thread>

#include "central/store/store.h"
#include "central/visit_codes/visit_codes.h"
#include "central_process.h"
#include "fixture.h"
#include "kiosk/central_client/scripted_server.h"
#include "shared/protocol/json.h"
#include "support/files.h"

namespace ce::tests {
namespace {

using protocol::Acceptance;
using protocol::KioskEvent;

class KioskApi : public testing::Test {
 protected:
  Answer query(std::string const& id_number,
               std::variant<protocol::ByCard, protocol::ByPassword, protocol::ByCode> proof) {
    return central.post_as_kiosk(
        "/api/v1/kiosk/person-queries",
        protocol::write(protocol::PersonQuery{SecretText{id_number}, std::move(proof)}));
  }
  Answer by_password(std::string const& id_number, std::string const& password) {
    return query(id_number, protocol::ByPassword{SecretText{password}});
  }
  Answer deliver(std::vector<KioskEvent> const& events, std::string const& headers = kiosk_headers()) {
    return central.ask(request("POST", "/api/v1/kiosk/events", headers,
                               protocol::write(std::span<KioskEvent const>{events})));
  }
  static std::vector<protocol::EventReply> replies_of(Answer const& answer) {
    auto replies = protocol::read_event_replies(answer.body);
    EXPECT_TRUE(replies) << answer.status << answer.body;
    return replies.value_or({});
  }

  /// What the audit chains hold of kiosks, oldest first.
  std::vector<std::string> entries_of_kiosks() const {
    auto const& rules = product_rules();
    auto const store = store::Store::open(central.folder.store(), rules).value();
    std::vector<std::string> found;
    EXPECT_TRUE(store.read([&](storage::Database& database) -> Result<void> {
      auto rows = database.prepare(
          "SELECT action || ' ' || actor || ' ' || subject || ' ' || scope FROM audit_entries "
          "WHERE party = 'kiosk' ORDER BY seq");
      for (;;) {
        CE_TRY(bool const more, rows.step());
        if (!more) return {};
        found.push_back(rows.text(0));
      }
    }));
    return found;
  }

  CentralProcess central;
};

void expect_problem(Answer const& answer, int status, FailureCode code) {
  EXPECT_EQ(answer.status, status) << answer.body;
  EXPECT_EQ(answer.headers.at("content-type"), "application/problem+json; charset=utf-8");
  auto const problem = protocol::read_problem(answer.body);
  ASSERT_TRUE(problem) << answer.body;
  EXPECT_EQ(problem->status, status);
  EXPECT_EQ(problem->code, code) << answer.body;
  EXPECT_FALSE(problem->detail.empty());
}

std::size_t times(std::string_view text, std::string_view word) {
  std::size_t found = 0;
  for (auto at = text.find(word); at != text.npos; at = text.find(word, at + 1)) ++found;
  return found;
}

TEST_F(KioskApi, WithoutKeysIsSaidOnceAtTheStartAndByHealth) {
  for (int i = 0; i < 3; ++i) ASSERT_EQ(query(person_id, protocol::ByCard{}).status, 200);
  EXPECT_THAT(central.ask(request("GET", "/health")).body, testing::HasSubstr("\"status\":\"ok\""));
  EXPECT_THAT(central.ask(request("GET", "/health")).body,
              testing::HasSubstr("\"missing\":[\"certificate_key\",\"grant_key\"]"));
  central.signal(SIGTERM);
  auto const said = central.wait().output;
  EXPECT_EQ(times(said, "没有证书签名密钥"), 1U) << said;
  EXPECT_EQ(times(said, "没有打印授权密钥"), 1U) << said;
  EXPECT_EQ(times(said, "no key signs"), 0U) << "not at each query";
}

TEST_F(KioskApi, PersonByCard) {
  auto const answer = query(person_id, protocol::ByCard{});
  ASSERT_EQ(answer.status, 200) << answer.body;
  auto const years = protocol::read_person_years(answer.body);
  ASSERT_TRUE(years) << describe(years.failure());
  EXPECT_EQ(years->name.reveal(), "张三丰");
  EXPECT_EQ(years->employer, "广州市<b>某</b>设计院");
  auto const year =
      std::find_if(years->years.begin(), years->years.end(), [](auto const& y) { return y.year == 2024; });
  ASSERT_NE(year, years->years.end());
  EXPECT_EQ(year->public_subject.done, CreditUnits::hours(30));
  EXPECT_EQ(year->certificate.number, certificate_number);
  EXPECT_EQ(year->certificate.state, protocol::CertificateState::printable);
  EXPECT_EQ(year->certificate.verify_url, std::string{"https://jxjy.example.gov.cn/v/"} + certificate_number);
}

TEST_F(KioskApi, PersonByPassword) {
  EXPECT_EQ(by_password(person_id, person_password).status, 200);
}

TEST_F(KioskApi, PersonByCodeOnce) {
  auto const& rules = product_rules();
  auto store = store::Store::open(central.folder.store(), rules).value();
  auto const made = visit_codes::make(store, 1, "person-1", SystemClock{}.now());
  ASSERT_TRUE(made) << describe(made.failure());
  auto const answer = query({}, protocol::ByCode{made->code});
  ASSERT_EQ(answer.status, 200) << answer.body;
  EXPECT_EQ(protocol::read_person_years(answer.body)->id_number.reveal(), person_id);
  expect_problem(query({}, protocol::ByCode{made->code}), 403, FailureCode::visit_code_refused);
}

TEST_F(KioskApi, WrongPasswordAndUnknownPersonLookAlike) {
  auto const wrong = by_password(person_id, "not it, sorry");
  auto const nobody = by_password(unknown_person_id, person_password);
  expect_problem(wrong, 403, FailureCode::credential_refused);
  EXPECT_EQ(wrong.body, nobody.body);
}

TEST_F(KioskApi, FiveWrongPasswordsLockTheNumber) {
  for (int i = 0; i < 5; ++i) EXPECT_EQ(by_password(person_id, "not it, sorry").status, 403);
  expect_problem(by_password(person_id, person_password), 403, FailureCode::credential_locked);
  EXPECT_EQ(query(person_id, protocol::ByCard{}).status, 200);
}

TEST_F(KioskApi, UnknownPerson) {
  expect_problem(query(unknown_person_id, protocol::ByCard{}), 404, FailureCode::person_unknown);
}

TEST_F(KioskApi, WrongCheckDigit) {
  expect_problem(query("110105194912310021", protocol::ByCard{}), 400, FailureCode::id_number_invalid);
}

TEST_F(KioskApi, EventsAreAcceptedOnceAndAnsweredAlikeAgain) {
  KioskEvent const print{.id = EntryId::make(),
                         .at = {1'740'000'000'000},
                         .what = protocol::PrintRequested{certificate_number, 1, "N0000017"}};
  KioskEvent const settled{.id = EntryId::make(),
                           .at = {1'740'000'009'000},
                           .what = protocol::PrintSettled{print.id, protocol::PrintOutcome::confirmed, {}}};
  auto const first = deliver({print, settled});
  ASSERT_EQ(first.status, 200) << first.body;
  EXPECT_EQ(replies_of(first).at(0).acceptance, Acceptance::accepted);
  EXPECT_EQ(replies_of(first).at(1).acceptance, Acceptance::accepted);
  EXPECT_EQ(deliver({print, settled}).body, first.body);

  auto other = print;
  std::get<protocol::PrintRequested>(other.what).blank_number = "N0000018";
  EXPECT_EQ(replies_of(deliver({other})).at(0).acceptance, Acceptance::conflict);

  EXPECT_THAT(entries_of_kiosks(),
              testing::ElementsAre("print_registered kiosk:GZ-TH-01 44010624000001 440106",
                                   "print_settled kiosk:GZ-TH-01 44010624000001 440106"))
      << "each event once, however often it comes";

  auto const years = protocol::read_person_years(query(person_id, protocol::ByCard{}).body);
  ASSERT_TRUE(years);
  for (auto const& year : years->years) {
    if (year.year == 2024) {
      EXPECT_EQ(year.certificate.state, protocol::CertificateState::printed);
    }
  }
}

TEST_F(KioskApi, EventOfAnotherKioskConflicts) {
  KioskEvent const print{.id = EntryId::make(),
                         .at = {1'740'000'000'000},
                         .what = protocol::PrintRequested{certificate_number, 1, "N0000017"}};
  EXPECT_EQ(replies_of(deliver({print})).at(0).acceptance, Acceptance::accepted);
  auto const other = std::string{"Content-Type: application/json\r\nX-Kiosk-Id: "} + other_kiosk_id +
                     "\r\nAuthorization: Bearer " + other_kiosk_key + "\r\n";
  EXPECT_EQ(replies_of(deliver({print}, other)).at(0).acceptance, Acceptance::conflict);
}

TEST_F(KioskApi, PrintOfAnUnknownCertificateIsRefusedWithTheReason) {
  auto const reply = replies_of(deliver(
      {{.id = EntryId::make(), .at = {1}, .what = protocol::PrintRequested{unknown_number, 1, "N0000017"}}}));
  EXPECT_EQ(reply.at(0).acceptance, Acceptance::refused);
  EXPECT_FALSE(reply.at(0).problem.empty());
}

TEST_F(KioskApi, HealthIsAnsweredWithCentralsTime) {
  protocol::Health health;
  health.program_version = "0.1.0";
  auto const answer = central.post_as_kiosk("/api/v1/kiosk/health", protocol::write(health));
  ASSERT_EQ(answer.status, 200) << answer.body;
  auto const reply = protocol::read_health_reply(answer.body);
  ASSERT_TRUE(reply);
  EXPECT_NEAR(static_cast<double>(reply->central_now.ms), static_cast<double>(SystemClock{}.now().ms),
              60'000);
}

TEST_F(KioskApi, WhoIsNotEnrolledStaysOut) {
  auto const body = protocol::write(protocol::PersonQuery{SecretText{person_id}, protocol::ByCard{}});
  auto const headers = [](std::string const& id, std::string const& key) {
    return "Content-Type: application/json\r\nX-Kiosk-Id: " + id + "\r\nAuthorization: Bearer " + key +
           "\r\n";
  };
  for (auto const& lines : {std::string{"Content-Type: application/json\r\n"}, headers(kiosk_id, "wrong"),
                            headers(other_kiosk_id, kiosk_key), headers("", kiosk_key), headers(kiosk_id, ""),
                            headers(kiosk_id, std::string(4000, 'x'))}) {
    auto const answer = central.ask(request("POST", "/api/v1/kiosk/person-queries", lines, body));
    expect_problem(answer, 401, FailureCode::not_permitted);
    EXPECT_EQ(answer.headers.count("www-authenticate"), 1U);
  }
}

TEST_F(KioskApi, BadBodiesAreNamed) {
  std::vector<std::pair<std::string, FailureCode>> const table{
      {"{", FailureCode::answer_malformed},
      {"\xFF", FailureCode::answer_malformed},
      {R"({"version":1})", FailureCode::answer_malformed},
      {R"({"version":2,"id_number":"1","proof":{"kind":"card"}})", FailureCode::answer_version_unknown},
      {R"({"version":1,"id_number":7,"proof":{"kind":"card"}})", FailureCode::answer_malformed},
      {R"({"version":1,"id_number":")" + std::string(65, '1') + R"(","proof":{"kind":"card"}})",
       FailureCode::answer_malformed},
      {std::string(10'000, '['), FailureCode::answer_malformed},
  };
  for (auto const& [body, code] : table) {
    expect_problem(central.post_as_kiosk("/api/v1/kiosk/person-queries", body), 400, code);
  }
  auto const answer = central.post_as_kiosk("/api/v1/kiosk/person-queries",
                                            R"({"version":1,"id_number":"1","proof":{"kind":"trust"}})");
  EXPECT_NE(answer.body.find("proof.kind: expected card, password or code"), std::string::npos);
}

TEST_F(KioskApi, OtherContentTypesAreRefused) {
  auto const headers = "Content-Type: text/plain\r\nX-Kiosk-Id: " + std::string{kiosk_id} +
                       "\r\nAuthorization: Bearer " + kiosk_key + "\r\n";
  expect_problem(central.ask(request("POST", "/api/v1/kiosk/health", headers, "{}")), 400,
                 FailureCode::input_invalid);
}

TEST_F(KioskApi, TheLogHoldsNoPersonalData) {
  query(person_id, protocol::ByCard{});
  by_password(person_id, "not it, sorry");
  query("110105194912310021", protocol::ByCard{});
  central.ask(request("GET", std::string{"/v/"} + certificate_number));
  central.signal(SIGTERM);
  auto const ended = central.wait();
  EXPECT_EQ(ended.code, 0);
  EXPECT_NE(ended.output.find("/api/v1/kiosk/person-queries"), std::string::npos);
  for (auto const* secret : {"张三丰", "1101051949", "not it", kiosk_key, certificate_number}) {
    EXPECT_EQ(ended.output.find(secret), std::string::npos) << secret;
  }
}

TEST_F(KioskApi, AKioskThatAsksForTooManyPersonsIsHeldUp) {
  int served = 0;
  Answer last;
  for (int i = 0; i < 40; ++i) {
    last = query(person_id, protocol::ByCard{});
    if (last.status != 200) break;
    ++served;
  }
  EXPECT_GE(served, 30) << "a quarter of an hour's worth at once";
  EXPECT_LT(served, 33);
  expect_problem(last, 429, FailureCode::too_many_requests);
  EXPECT_NE(last.body.find("每小时 120 人"), std::string::npos) << last.body;
  EXPECT_EQ(last.headers.at("retry-after"), "30");
}

TEST(KioskAlarms, ReachTheWebhookOfTheConfiguration) {
  test::ScriptedServer const authority{
      [](test::SeenRequest const&, test::Wire const& wire) { return wire.answer(200, "{}"); }};
  CentralProcess central{
      "[alarms]\nwebhook_url = \"" + authority.url() + "/alarms\"\nsecret_file = \"webhook.secret\"\n",
      {},
      [](Folder const& folder) {
        auto const secret = folder / "webhook.secret";
        test::write_all(secret, std::string(32, 's') + "\n");
        std::filesystem::permissions(secret, std::filesystem::perms::owner_read);
      }};
  protocol::Health health;
  health.reader_ok = health.printer_ok = true;
  health.prints_unresolved = 2;
  ASSERT_EQ(central.post_as_kiosk("/api/v1/kiosk/health", protocol::write(health)).status, 200);
  central.kill_and_start_again();  // it looks at once
  for (int i = 0; i < 500 && authority.seen().empty(); ++i)
    std::this_thread::sleep_for(std::chrono::milliseconds{20});
  ASSERT_EQ(authority.seen().size(), 1U);
  EXPECT_NE(authority.seen()[0].body.find("\"kind\":\"unresolved\""), std::string::npos);
  EXPECT_NE(authority.seen()[0].head.find("X-CE-Signature: t="), std::string::npos);
}

}  // namespace
}  // namespace ce::tests
