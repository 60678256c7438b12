// A hall's opening hours in China's time: weekends, a closed noon, holidays and the days made up for them.
#include "kiosk/hours/hours.h"

#include <gtest/gtest.h>

#include "shared/kiosk_items/items.h"

namespace ce::hours {
namespace {

Instant at(char const* day, int hour, int minute) {
  return {start_of_china_day(Date::parse_iso(day).value()).ms + (hour * 60 + minute) * 60'000};
}

std::string opens(Plan const& plan, Instant now, std::optional<Date> serving_on = {}) {
  auto const stands = standing(plan, now, serving_on);
  if (stands.open) return "open";
  return stands.opens ? china_minute_text(*stands.opens) : "never";
}

TEST(Hours, WithoutAPlanItIsAlwaysOpen) {
  EXPECT_EQ(opens({}, at("2026-11-29", 3, 0)), "open");
}

TEST(Hours, AClosedKioskKnowsWhenItOpens) {
  Plan plan{Days::weekdays, {"14:00-17:00", "09:00-12:00"}, {}, {}};
  EXPECT_EQ(opens(plan, at("2026-11-26", 8, 59)), "2026-11-26 09:00") << "a Thursday";
  EXPECT_EQ(opens(plan, at("2026-11-26", 9, 0)), "open");
  EXPECT_EQ(opens(plan, at("2026-11-26", 11, 59)), "open");
  EXPECT_EQ(opens(plan, at("2026-11-26", 12, 0)), "2026-11-26 14:00");
  EXPECT_EQ(opens(plan, at("2026-11-27", 17, 0)), "2026-11-30 09:00") << "over the weekend";
  plan.days = Days::monday_to_saturday;
  EXPECT_EQ(opens(plan, at("2026-11-28", 9, 0)), "open");
  EXPECT_EQ(opens(plan, at("2026-11-29", 9, 0)), "2026-11-30 09:00");
  plan.open = {"00:00-24:00"};
  plan.days = Days::daily;
  EXPECT_EQ(opens(plan, at("2026-11-29", 23, 59)), "open");
  plan.open = {};
  EXPECT_EQ(opens(plan, at("2026-11-29", 9, 0)), "never");
}

TEST(Hours, HolidaysAndTheDaysMadeUpForThem) {
  Plan const plan{Days::weekdays, {"09:00-17:00"}, {"2026-10-01/2026-10-07"}, {"2026-10-10"}};
  EXPECT_EQ(opens(plan, at("2026-09-30", 18, 0)), "2026-10-08 09:00");
  EXPECT_EQ(opens(plan, at("2026-10-10", 10, 0)), "open") << "a Saturday";
  EXPECT_EQ(opens(plan, at("2026-10-11", 10, 0)), "2026-10-12 09:00");
  EXPECT_EQ(opens(plan, at("2026-10-11", 20, 0), Date::parse_iso("2026-10-11").value()), "open")
      << "staff let it serve";
}

TEST(Hours, WhatIsWrittenWrongIsRefused) {
  EXPECT_EQ(span_of("09:00-12:00").value(), (Span{540, 720}));
  for (auto const* wrong : {"", "09:00", "9:00-12:00", "12:00-09:00", "09:00-09:00", "09:60-12:00",
                            "23:00-25:00", "09:00–12:00", "-1:00-12:00"}) {
    EXPECT_FALSE(span_of(wrong)) << wrong;
  }
  EXPECT_TRUE(days_of("2026-10-01/2026-10-07"));
  for (auto const* wrong : {"", "2026-13-01", "2026-10-07/2026-10-01", "10-01", "2026-10-01/"}) {
    EXPECT_FALSE(days_of(wrong)) << wrong;
  }
}

// As a file has it, and as it is typed at the screen or at central: what one takes the other does not refuse.
TEST(Hours, ATimeIsJudgedAlikeHoweverItIsWritten) {
  auto const& item = *kiosk_items::find("hours");
  int taken = 0;
  for (int number = 0; number < 10'000; ++number) {
    auto const typed = std::to_string(10'000 + number).substr(1);
    bool const at_form = kiosk_items::faults_of(item, {"daily", "0000", typed, "", ""}).empty();
    auto const written = "00:00-" + typed.substr(0, 2) + ":" + typed.substr(2);
    EXPECT_EQ(at_form, span_of(written).ok()) << written;
    taken += at_form ? 1 : 0;
  }
  EXPECT_EQ(taken, 24 * 60) << "every minute but the first, and the end of the day";
}

}  // namespace
}  // namespace ce::hours
