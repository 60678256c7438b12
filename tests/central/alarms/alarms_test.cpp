// Alarms of the fleet: when they begin and end.
#include <gmock/gmock.h>

#include "central/alarms/fixture.h"
#include "central/fleet/certificates.h"

namespace ce::test {
namespace {

using alarms::Kind;
using testing::ElementsAre;

constexpr std::int64_t one_minute = 60'000;

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

TEST_F(Alarms, WhoWasHeardByAClockYearsAheadAndNotSinceIsMissed) {
  auto const right = now;
  after(5 * 365 * 24 * 60);
  beat();
  now = right;
  after(1);
  look();
  EXPECT_THAT(listed(), ElementsAre("silent"));
  beat();
  look();
  EXPECT_THAT(listed(), ElementsAre("silent ended"));
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

}  // namespace
}  // namespace ce::test
