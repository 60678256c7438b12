#include "shared/base/clock.h"

#include <gtest/gtest.h>

#include "shared/base/day_minute.h"
#include "shared/base/units.h"

namespace ce {
namespace {

TEST(ClockText, IsChinaTime) {
  EXPECT_EQ(china_minute_text({0}), "1970-01-01 08:00");
  EXPECT_EQ(china_minute_text({1'772'345'100'000}), "2026-03-01 14:05");
  EXPECT_EQ(china_minute_words({1'772'345'100'000}), "2026年3月1日 14:05");
  EXPECT_EQ(china_minute_words({0}), "1970年1月1日 8:00");
  EXPECT_EQ(china_minute_text({-8 * 3'600'000 - 1}), "1969-12-31 23:59");
}

TEST(ClockText, IsRfc3339InUtc) {
  EXPECT_EQ(rfc3339({0}), "1970-01-01T00:00:00.000Z");
  EXPECT_EQ(rfc3339({1'772'345'109'120}), "2026-03-01T06:05:09.120Z");
  EXPECT_EQ(rfc3339({-1}), "1969-12-31T23:59:59.999Z");
}

TEST(ChinaDate, TurnsAtMidnightInChina) {
  Date const date = *Date::make(2026, 1, 1);
  Instant const start = start_of_china_day(date);
  EXPECT_EQ(china_date(start), date);
  EXPECT_EQ(china_date({start.ms - 1}), *Date::make(2025, 12, 31));
  EXPECT_EQ(china_minute_text(start), "2026-01-01 00:00");
  EXPECT_EQ(china_date({start.ms + 86'399'999}), date);
  Date const old = *Date::make(1880, 1, 1);
  EXPECT_EQ(china_date(start_of_china_day(old)), old);
}

TEST(DayMinute, IsOfFourDigitsUpToTheEndOfTheDay) {
  EXPECT_EQ(minute_of_day("0000"), 0);
  EXPECT_EQ(minute_of_day("0930"), 570);
  EXPECT_EQ(minute_of_day("2400"), 1440);
  for (auto const* wrong : {"", "930", "09300", "0960", "2401", "2460", "9:30", "-100", " 930", "０９"})
    EXPECT_FALSE(minute_of_day(wrong)) << wrong;
}

TEST(SystemClockTest, RunsForward) {
  SystemClock const clock;
  Tick const first = clock.tick();
  EXPECT_GT(clock.now().ms, 1'700'000'000'000);
  EXPECT_LE(first, clock.tick());
}

TEST(CreditUnitsTest, AreThirtySeconds) {
  EXPECT_EQ(CreditUnits::hours(1), CreditUnits::minutes(45));
  EXPECT_EQ(CreditUnits::hours(6).count, 540);
  EXPECT_EQ(CreditUnits::hours(2) - CreditUnits::hours(1) + CreditUnits{1}, CreditUnits{91});
  CreditUnits sum;
  sum += CreditUnits::minutes(90);
  EXPECT_EQ(sum, CreditUnits::hours(2));
}

}  // namespace
}  // namespace ce
