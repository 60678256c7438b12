// Alarms of the fleet: when they begin and end, and that a webhook hears of each.
#include "central/alarms/alarm.h"

#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "central/alarms/message.h"
#include "central/alarms/watch.h"
#include "central/alarms/webhook.h"
#include "central/fleet/certificates.h"
#include "central/fleet/fleet.h"
#include "central/store/fixture.h"
#include "kiosk/central_client/scripted_server.h"
#include "support/store/first_value.h"

namespace ce::test {
namespace {

using alarms::Kind;
using testing::ElementsAre;
using testing::HasSubstr;

constexpr std::int64_t one_minute = 60'000;

struct Alarms : StoreTest {
  alarms::Limits limits;
  protocol::Health health{"1.4.2", 60, true, true, "", 0, 0};
  alarms::Noticed noticed;

  void beat() { ASSERT_TRUE(fleet::take_health(store, "K1", health, now)); }
  void after(std::int64_t minutes) { now.ms += minutes * one_minute; }
  void look(bool deliver = false) {
    auto const done = alarms::watch(store, limits, noticed, deliver, now);
    ASSERT_TRUE(done) << describe(done.failure());
  }
  /// "silent", and "silent ended" for those that are over.
  std::vector<std::string> listed(std::string const& region = "440000") const {
    std::vector<std::string> words;
    auto const all = alarms::listed(store, {region}, 10).value();
    for (auto const& one : all)
      words.push_back(std::string{alarms::word_of(one.kind)} + (one.ended ? " ended" : ""));
    return words;
  }
};

TEST_F(Alarms, AKioskThatIsSilentInOpeningHoursIsMissedUntilItIsHeard) {
  look();
  EXPECT_THAT(listed(), ElementsAre()) << "never heard of, never missed";
  beat();
  after(9);
  look();
  EXPECT_THAT(listed(), ElementsAre());
  after(1);
  look();
  look();
  EXPECT_THAT(listed(), ElementsAre("silent"));
  EXPECT_THAT(listed("440300"), ElementsAre()) << "another city's";
  beat();
  look();
  EXPECT_THAT(listed(), ElementsAre("silent ended"));
  EXPECT_EQ(alarms::listed(store, {}, 10).value().at(0).ended, now);
}

TEST_F(Alarms, SwitchedOffAfterHoursIsNotMissedButLostBeforeStaysLost) {
  health.settings = std::vector<protocol::ItemState>{{"hours", {"weekdays", "0900", "1200", "1400", "1700"}}};
  now = Instant{1'780'304'340'000};  // Monday 2026-06-01 16:59 in China
  beat();
  after(12 * 60);
  look();
  EXPECT_THAT(listed(), ElementsAre()) << "04:59";
  after(4 * 60 + 6);
  look();
  EXPECT_THAT(listed(), ElementsAre()) << "09:05, it may be about to start";
  after(10);
  look();
  EXPECT_THAT(listed(), ElementsAre("silent"));
  after(10 * 60);
  look();
  EXPECT_THAT(listed(), ElementsAre("silent")) << "closing time does not bring it back";
}

TEST_F(Alarms, OnAHolidayNobodyIsMissedAndOnADayMadeUpForItTheyAre) {
  health.settings = std::vector<protocol::ItemState>{
      {"hours", {"weekdays", "0900", "1200", "1400", "1700"}},
      {"holidays", {"closed", "2026-06-01/2026-06-02", "working", "2026-06-06"}}};
  now = Instant{1'780'045'140'000};  // Friday 2026-05-29 16:59 in China
  beat();
  after(3 * 24 * 60);  // Monday, a holiday
  after(-7 * 60);      // 09:59
  look();
  EXPECT_THAT(listed(), ElementsAre());
  after(24 * 60);
  look();
  EXPECT_THAT(listed(), ElementsAre()) << "the last day of it";
  beat();
  after(4 * 24 * 60);  // Saturday, worked
  look();
  EXPECT_THAT(listed(), ElementsAre("silent"));
}

TEST_F(Alarms, WhileStaffPractiseNobodyIsMissed) {
  beat();
  write(
      "INSERT INTO kiosk_notes (entry_id, kiosk, kind, detail, noted_ms, received_ms) VALUES ('e', 'K1', "
      "'training_begun', '', " +
      std::to_string(now.ms) + ", " + std::to_string(now.ms) + ")");
  after(60);
  look();
  EXPECT_THAT(listed(), ElementsAre());
  after(3 * 60);
  look();
  EXPECT_THAT(listed(), ElementsAre("silent")) << "forgotten in it";
  beat();
  look();
  EXPECT_THAT(listed(), ElementsAre("silent ended"));
  after(15);
  look();
  EXPECT_THAT(listed(), ElementsAre("silent", "silent ended")) << "it served again, and is lost";
}

TEST(OpeningHours, AreThoseOfTheWeekday) {
  alarms::Opening const hours{{"weekdays", "0900", "1200", "1400", "1700"}, {}};
  Instant const monday_nine{1'780'275'600'000};
  EXPECT_TRUE(alarms::is_open(hours, monday_nine));
  EXPECT_FALSE(alarms::is_open(hours, Instant{monday_nine.ms - one_minute}));
  EXPECT_FALSE(alarms::is_open(hours, Instant{monday_nine.ms + 180 * one_minute}));
  EXPECT_TRUE(alarms::is_open(hours, Instant{monday_nine.ms + 300 * one_minute}));
  constexpr std::int64_t day = 24 * 60 * one_minute;
  EXPECT_TRUE(alarms::is_open(hours, Instant{monday_nine.ms + 4 * day}));
  EXPECT_FALSE(alarms::is_open(hours, Instant{monday_nine.ms + 5 * day}));
  EXPECT_TRUE(
      alarms::is_open({{"monday_to_saturday", "0900", "1200"}, {}}, Instant{monday_nine.ms + 5 * day}));
  EXPECT_FALSE(
      alarms::is_open({{"monday_to_saturday", "0900", "1200"}, {}}, Instant{monday_nine.ms + 6 * day}));
  EXPECT_TRUE(alarms::is_open({{"always"}, {}}, monday_nine));
  EXPECT_TRUE(alarms::is_open({}, monday_nine));
}

TEST_F(Alarms, PaperTonerAndPrintsAreToldByTheHeartbeat) {
  health.printer_ok = false;
  health.printer_problem = "printer_out_of_paper";
  health.prints_unresolved = 2;
  beat();
  look();
  EXPECT_THAT(listed(), testing::UnorderedElementsAre("paper", "unresolved"));
  health.printer_problem = "printer_out_of_toner";
  health.prints_unresolved = 0;
  beat();
  look();
  EXPECT_THAT(listed(), testing::UnorderedElementsAre("toner", "paper ended", "unresolved ended"));
}

TEST_F(Alarms, OfAKioskWhoseCertificateWasTakenBackNothingIsExpected) {
  audit::Author const by = audit::operator_author("tests", {});
  auto const certify = [&](std::string const& serial) {
    write("INSERT INTO kiosk_certificates (serial, kiosk, issued_ms, expires_ms, issuer) VALUES ('" + serial +
          "', 'K1', " + std::to_string(now.ms) + ", " + std::to_string(now.ms + 90LL * 86'400'000) +
          ", 'CE kiosks')");
  };
  certify("s1");
  health.prints_unresolved = 1;
  beat();
  after(30);
  look();
  EXPECT_THAT(listed(), testing::UnorderedElementsAre("silent", "unresolved"));
  ASSERT_TRUE(fleet::revoke(store, by, "K1", now));
  look();
  EXPECT_THAT(listed(), testing::UnorderedElementsAre("silent ended", "unresolved ended"))
      << "the machine is scrapped: nobody could ever end these";
  EXPECT_TRUE(store.kiosks().value().at(0).revoked);
  certify("s2");
  EXPECT_FALSE(store.kiosks().value().at(0).revoked);
  beat();
  after(30);
  look();
  EXPECT_THAT(listed(), testing::IsSupersetOf({"silent", "unresolved"})) << "enrolled anew it is expected";
  ASSERT_TRUE(fleet::revoke(store, by, "K1", now));
  EXPECT_TRUE(store.kiosks().value().at(0).revoked);
  look();
  EXPECT_THAT(listed(), testing::Not(testing::Contains("silent")));
  after(1);
  beat();
  EXPECT_FALSE(store.kiosks().value().at(0).revoked) << "let in anew by a key, it serves";
  after(30);
  look();
  EXPECT_THAT(listed(), testing::IsSupersetOf({"silent", "unresolved"})) << "and it is missed";
}

TEST_F(Alarms, OfAKioskThatCameByAKeyAloneNothingIsExpectedOnceItIsTakenBackEither) {
  beat();
  EXPECT_FALSE(store.kiosks().value().at(0).revoked);
  after(30);
  look();
  EXPECT_THAT(listed(), ElementsAre("silent"));
  ASSERT_TRUE(fleet::revoke(store, audit::operator_author("tests", {}), "K1", now));
  EXPECT_TRUE(store.kiosks().value().at(0).revoked);
  look();
  EXPECT_THAT(listed(), ElementsAre("silent ended"));
}

TEST_F(Alarms, ACopyAndACertificateThatEndsSoonAreAlarms) {
  write("INSERT INTO kiosk_alarms (kiosk, told, held, raised_ms) VALUES ('K1', 1, 2, 3)");
  write("INSERT INTO kiosk_certificates (serial, kiosk, issued_ms, expires_ms) VALUES ('s', 'K1', 1, " +
        std::to_string(now.ms + 6 * 24 * 60 * one_minute) + ")");
  look();
  EXPECT_THAT(listed(), testing::UnorderedElementsAre("copied", "certificate"));
  write("DELETE FROM kiosk_alarms");
  write("UPDATE kiosk_certificates SET expires_ms = expires_ms + 8640000000");
  look();
  EXPECT_THAT(listed(), testing::UnorderedElementsAre("copied ended", "certificate ended"));
}

TEST_F(Alarms, WhatOneProcessHoldsUpEndsAQuarterOfAnHourAfterTheLastOfThem) {
  noticed.held_up = {"K1"};
  look();
  EXPECT_THAT(listed(), ElementsAre("volume"));
  after(10);
  look();
  noticed.held_up.clear();
  look();  // of another process
  EXPECT_THAT(listed(), ElementsAre("volume"));
  after(14);
  look();
  EXPECT_THAT(listed(), ElementsAre("volume"));
  after(1);
  look();
  EXPECT_THAT(listed(), ElementsAre("volume ended"));
}

TEST_F(Alarms, AnIdentityInTwoPlacesIsOneUntilItIsNoticedNoMore) {
  noticed.two_places = {"K1"};
  look();
  EXPECT_THAT(listed(), ElementsAre("two_places"));
  noticed = {};
  after(15);
  look();
  EXPECT_THAT(listed(), ElementsAre("two_places ended"));
}

/// An authority's own server.
struct Told : Alarms {
  std::atomic<int> status{204};
  ScriptedServer server{[this](SeenRequest const&, Wire const& wire) { return wire.answer(status, ""); }};
  alarms::Webhook const webhook{server.url() + "/alarms", SecretText{std::string(32, 's')}, {}};

  /// Whether there was something to send.
  bool deliver() {
    return alarms::deliver_one(store, webhook, [this] { return now; }).value();
  }
  static std::string header(SeenRequest const& request, std::string const& name) {
    auto const at = request.head.find("\r\n" + name + ": ");
    if (at == std::string::npos) return {};
    auto const from = at + name.size() + 4;
    return request.head.substr(from, request.head.find("\r\n", from) - from);
  }
  void begin() {
    beat();
    after(11);
    look(true);
  }
};

TEST_F(Told, ItsBeginningAndItsEndWithASignatureAndNobodysName) {
  begin();
  EXPECT_TRUE(deliver());
  EXPECT_FALSE(deliver());
  beat();
  look(true);
  EXPECT_TRUE(deliver());
  auto const seen = server.seen();
  ASSERT_EQ(seen.size(), 2U);
  auto const begun = nlohmann::json::parse(seen[0].body);
  auto const ended = nlohmann::json::parse(seen[1].body);
  EXPECT_EQ(begun["event"], "alarm_begun");
  EXPECT_EQ(begun["kind"], "silent");
  EXPECT_EQ(begun["kiosk"], "K1");
  EXPECT_EQ(begun["words"], "终端失联");
  EXPECT_EQ(begun["id"], header(seen[0], "X-CE-Event-Id"));
  EXPECT_EQ(ended["event"], "alarm_ended");
  EXPECT_EQ(ended["alarm"], begun["alarm"]);
  EXPECT_NE(ended["id"], begun["id"]);
  EXPECT_EQ(begun.size(), 11U) << "and nothing else: " << begun;
  EXPECT_TRUE(seen[0].head.starts_with("POST /alarms ")) << seen[0].head;
  EXPECT_EQ(header(seen[0], "X-CE-Signature"),
            alarms::signature(webhook.secret, seen[0].body, Instant{now.ms}));
}

TEST_F(Told, AgainUntilItWasTakenUnderTheSameId) {
  status = 500;
  begin();
  EXPECT_TRUE(deliver());
  EXPECT_FALSE(deliver()) << "not before the pause is over";
  EXPECT_EQ(first_value(store, "SELECT trouble FROM alarm_deliveries"), "HTTP 500");
  after(1);
  EXPECT_TRUE(deliver());
  after(1);
  status = 200;
  EXPECT_TRUE(deliver());
  after(100);
  EXPECT_FALSE(deliver());
  auto const seen = server.seen();
  ASSERT_EQ(seen.size(), 3U);
  EXPECT_EQ(seen[2].body, seen[0].body);
  EXPECT_EQ(header(seen[2], "X-CE-Event-Id"), header(seen[0], "X-CE-Event-Id"));
}

TEST_F(Told, AProcessThatEndsInMidTryLeavesItToTheNext) {
  begin();
  write("UPDATE alarm_deliveries SET tries = 1, next_ms = " + std::to_string(now.ms + one_minute));
  EXPECT_FALSE(deliver()) << "in another's hands";
  after(1);
  EXPECT_TRUE(deliver());
  EXPECT_EQ(server.seen().size(), 1U);
}

TEST_F(Told, NobodyIsFollowedElsewhereAndASilentServerIsGivenUp) {
  status = 302;
  begin();
  EXPECT_TRUE(deliver());
  EXPECT_EQ(first_value(store, "SELECT trouble FROM alarm_deliveries"), "HTTP 302");
  alarms::Webhook const nobody{"http://127.0.0.1:1/", webhook.secret, {}};
  after(1);
  EXPECT_TRUE(alarms::deliver_one(store, nobody, [this] { return now; }).value());
  EXPECT_THAT(first_value(store, "SELECT trouble FROM alarm_deliveries"), HasSubstr("127.0.0.1"));
}

TEST_F(Told, WithoutAWebhookNothingIsLaidDown) {
  beat();
  after(11);
  look(false);
  EXPECT_EQ(first_value(store, "SELECT COUNT(*) FROM alarm_deliveries"), "0");
}

}  // namespace
}  // namespace ce::test
