#include <gtest/gtest.h>

#include "central/verification/name_match.h"
#include "central/verification/rate_limit.h"

namespace ce::verification {
namespace {

using std::chrono::seconds;

Tick const start = Tick{} + seconds{1000};

TEST(RateLimit, GivesItsBurstAndThenItsRate) {
  RateLimit limit{{.per_minute = 60, .burst = 3}};
  for (int i = 0; i < 3; ++i) EXPECT_TRUE(limit.admit("203.0.113.7", start));
  EXPECT_FALSE(limit.admit("203.0.113.7", start));
  EXPECT_TRUE(limit.admit("203.0.113.8", start));
  EXPECT_TRUE(limit.admit("203.0.113.7", start + seconds{1}));
  EXPECT_FALSE(limit.admit("203.0.113.7", start + seconds{1}));
}

TEST(RateLimit, SavesUpNoMoreThanTheBurst) {
  RateLimit limit{{.per_minute = 60, .burst = 3}};
  EXPECT_TRUE(limit.admit("203.0.113.7", start));
  int admitted = 0;
  for (int i = 0; i < 10; ++i) admitted += limit.admit("203.0.113.7", start + seconds{3600}) ? 1 : 0;
  EXPECT_EQ(admitted, 3);
}

TEST(RateLimit, KeepsItsTableSmallUnderAFlood) {
  RateLimit limit{{.per_minute = 60, .burst = 2}, 100};
  int admitted = 0;
  for (int i = 0; i < 10'000; ++i) {
    admitted +=
        limit.admit("198.51." + std::to_string(i / 256) + "." + std::to_string(i % 256), start) ? 1 : 0;
  }
  EXPECT_EQ(limit.addresses(), 100U);
  EXPECT_EQ(admitted, 102);  // one each for those that have a bucket, two for all the others together
  // Once the buckets are full again they make room.
  EXPECT_TRUE(limit.admit("192.0.2.1", start + seconds{60}));
  EXPECT_TRUE(limit.admit("192.0.2.1", start + seconds{60}));
  EXPECT_LT(limit.addresses(), 100U);
}

TEST(RateLimit, ClockThatStandsStillGivesNothing) {
  RateLimit limit{{.per_minute = 60, .burst = 1}};
  EXPECT_TRUE(limit.admit("a", start));
  EXPECT_FALSE(limit.admit("a", start - seconds{100}));
}

TEST(CallerOf, OneSubscriberIsOneCaller) {
  EXPECT_EQ(caller_of("203.0.113.7"), "203.0.113.7");
  EXPECT_EQ(caller_of("::ffff:203.0.113.7"), "203.0.113.7");
  EXPECT_EQ(caller_of("2001:db8:1:2::1"), caller_of("2001:db8:1:2:ffff::9"));
  EXPECT_NE(caller_of("2001:db8:1:2::1"), caller_of("2001:db8:1:3::1"));
  EXPECT_EQ(caller_of("not an address"), "not an address");
}

TEST(SameName, AsPeopleWriteIt) {
  EXPECT_TRUE(same_name("张三丰", "张三丰"));
  EXPECT_TRUE(same_name("张三丰", " 张 三丰　"));
  EXPECT_TRUE(same_name("阿不都·热依木", "阿不都•热依木"));
  EXPECT_TRUE(same_name("阿不都·热依木", "阿不都．热依木"));
  EXPECT_TRUE(same_name("John SMITH", "john smith"));
  EXPECT_TRUE(same_name("John SMITH", "ＪＯＨＮ　ＳＭＩＴＨ"));
  EXPECT_TRUE(same_name("\U00020087䶮", "\U00020087䶮"));
}

TEST(SameName, OtherwiseExactly) {
  EXPECT_FALSE(same_name("张三丰", "张三"));
  EXPECT_FALSE(same_name("张三丰", "張三丰"));
  EXPECT_FALSE(same_name("阿不都·热依木", "阿不都热依木"));
  EXPECT_FALSE(same_name("", ""));
  EXPECT_FALSE(same_name("", "张三丰"));
  EXPECT_FALSE(same_name("张三丰", "\xFF"));
}

}  // namespace
}  // namespace ce::verification
