#include "shared/base/date.h"

#include <gtest/gtest.h>

#include <array>

namespace ce {
namespace {

TEST(DateTest, IsAlwaysARealDay) {
  EXPECT_TRUE(Date::make(2024, 2, 29));
  EXPECT_TRUE(Date::make(2000, 2, 29));
  EXPECT_FALSE(Date::make(1900, 2, 29));
  for (auto [y, m, d] : {std::array{2023, 2, 29},
                         {2023, 0, 1},
                         {2023, 13, 1},
                         {2023, 1, 0},
                         {2023, 1, 32},
                         {2023, 4, 31},
                         {0, 1, 1},
                         {10000, 1, 1},
                         {-1, 1, 1},
                         {2023, -1, 1},
                         {2023, 1, -1},
                         {2023, 257, 1},
                         {2023, 1, 257}}) {
    auto const date = Date::make(y, m, d);
    ASSERT_FALSE(date) << y << ' ' << m << ' ' << d;
    EXPECT_EQ(date.failure().code, FailureCode::date_invalid);
  }
}

TEST(DateTest, ReadsItsTwoForms) {
  EXPECT_EQ(*Date::parse_iso("2026-03-01"), *Date::parse_compact("20260301"));
  for (char const* text : {"", "2026-3-1", "2026-03-01 ", "2026/03/01", "20260301", "2026-03-32",
                           "+026-03-01", "２０２６-03-01"}) {
    EXPECT_FALSE(Date::parse_iso(text)) << text;
  }
  for (char const* text : {"", "2026-03-01", "2026030", "202603011", "2026 301", "20260001"}) {
    EXPECT_FALSE(Date::parse_compact(text)) << text;
  }
}

TEST(DateTest, WritesItsForms) {
  Date const date = *Date::make(2026, 3, 1);
  EXPECT_EQ(date.iso(), "2026-03-01");
  EXPECT_EQ(date.chinese(), "2026年3月1日");
  EXPECT_EQ(Date::make(1, 1, 1)->iso(), "0001-01-01");
}

TEST(DateTest, CountsDays) {
  EXPECT_EQ(Date{}.days(), 0);
  EXPECT_EQ(*Date::make(1970, 1, 1), Date::from_days(0));
  EXPECT_EQ(Date::make(1969, 12, 31)->days(), -1);
  EXPECT_EQ(Date::make(2000, 3, 1)->days() - Date::make(2000, 2, 28)->days(), 2);
  Date last = *Date::make(1899, 12, 31);
  for (std::int32_t day = last.days() + 1; day < 40'000; ++day) {
    Date const date = Date::from_days(day);
    ASSERT_EQ(date.days(), day);
    ASSERT_LT(last, date);
    last = date;
  }
}

}  // namespace
}  // namespace ce
