#include "central/jobs/hourly.h"

#include <gmock/gmock.h>

namespace ce::test {
namespace {

using testing::ElementsAre;

struct SetClock final : Clock {
  Instant wall{1'780'275'600'000};
  Tick monotonic;
  [[nodiscard]] Instant now() const override { return wall; }
  [[nodiscard]] Tick tick() const override { return monotonic; }
  void pass(std::chrono::minutes time) {
    wall.ms += std::chrono::milliseconds{time}.count();
    monotonic += time;
  }
};

struct HourlyTest : testing::Test {
  SetClock clock;
  std::vector<std::int64_t> runs;  // by the clock on the wall
  int left = 0;                    // calls that there is work for
  jobs::Hourly hourly{clock, [this](Instant now) -> Result<bool> {
                        runs.push_back(now.ms);
                        return left-- > 0;
                      }};
  bool run() { return hourly.run().value(); }
};

TEST_F(HourlyTest, RunsAtOnceToTheEndAndThenAfterAnHour) {
  left = 2;
  EXPECT_TRUE(run());
  EXPECT_TRUE(run());
  EXPECT_FALSE(run());
  clock.pass(std::chrono::minutes{59});
  EXPECT_FALSE(run());
  EXPECT_EQ(runs.size(), 3U);
  clock.pass(std::chrono::minutes{1});
  EXPECT_FALSE(run());
  EXPECT_EQ(runs.size(), 4U);
}

TEST_F(HourlyTest, RunsInTheNextHourAfterADateYearsAheadIsPutRight) {
  auto const right = clock.wall.ms;
  constexpr std::int64_t years_ms = 5LL * 365 * 86'400'000;
  clock.wall.ms += years_ms;
  EXPECT_FALSE(run());
  clock.wall.ms -= years_ms;
  clock.pass(std::chrono::minutes{60});
  EXPECT_FALSE(run());
  EXPECT_THAT(runs, ElementsAre(right + years_ms, right + 3'600'000));
}

TEST_F(HourlyTest, WhatFailsIsTriedAtTheNextCall) {
  int tries = 0;
  jobs::Hourly failing{clock, [&](Instant) -> Result<bool> {
                         ++tries;
                         return Failure{FailureCode::storage_full, "full"};
                       }};
  EXPECT_FALSE(failing.run());
  EXPECT_FALSE(failing.run());
  EXPECT_EQ(tries, 2);
}

}  // namespace
}  // namespace ce::test
