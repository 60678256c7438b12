// What central notices of kiosks while it serves them: where they speak from and how much they ask for.
#include <gmock/gmock.h>

#include <chrono>

#include "central/fleet/volumes.h"
#include "central/fleet/whereabouts.h"

namespace ce::test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

/// One kiosk, heard from somewhere once a minute.
struct Whereabouts : testing::Test {
  fleet::Whereabouts places;
  Tick now{};

  bool heard(char const* address) {
    now += std::chrono::minutes{1};
    places.heard("K1", address, now);
    return !places.in_two_places(now).empty();
  }
};

TEST_F(Whereabouts, OneMachineMovesAndTwoAreHeardInTurn) {
  EXPECT_FALSE(heard("10.0.0.1"));
  EXPECT_FALSE(heard("10.0.0.1"));
  EXPECT_FALSE(heard("10.0.0.9")) << "it has another address now";
  EXPECT_FALSE(heard("2001:db8::1")) << "and one of the other kind";
  EXPECT_FALSE(heard("10.0.0.9"));
  EXPECT_FALSE(heard("2001:db8::2")) << "of one network";
  EXPECT_FALSE(heard("10.0.0.1")) << "the line of before is back";
  EXPECT_FALSE(heard("10.0.0.9"));
  EXPECT_TRUE(heard("10.0.0.1")) << "three returns within a quarter of an hour";
  now += std::chrono::minutes{15};
  EXPECT_FALSE(heard("10.0.0.1")) << "found no more";
  now += std::chrono::minutes{15};
  EXPECT_FALSE(heard("10.0.0.9")) << "moved again, long after";
  places.heard("K2", "10.0.0.1", now);
  EXPECT_THAT(places.in_two_places(now), ElementsAre()) << "two kiosks of one hall";
}

TEST_F(Whereabouts, ReturnsCountBetweenTheSameTwoAndWithinAWhileAlone) {
  for (auto const* address :
       {"10.0.0.1", "10.0.0.2", "10.0.0.1", "10.0.0.2", "10.0.0.3", "10.0.0.2", "10.0.0.3"})
    EXPECT_FALSE(heard(address)) << "a third address begins anew: " << address;
  EXPECT_TRUE(heard("10.0.0.2"));

  now += std::chrono::hours{1};
  for (int minute = 0; minute < 80; ++minute)
    EXPECT_FALSE(heard(minute / 8 % 2 == 0 ? "10.0.0.1" : "10.0.0.2"))
        << "a line that fails over now and then";
}

TEST(Volumes, AreHeldUpBeyondTheHourlyLimitAndNamedAsSuch) {
  fleet::Volumes volumes{{.persons_per_hour = 120, .grants_per_hour = 40, .look_ups_per_hour = 8}};
  Tick now{};
  for (int i = 0; i < 30; ++i) ASSERT_TRUE(volumes.admit_person("K1", now)) << i;
  auto const refused = volumes.admit_person("K1", now);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.failure().code, FailureCode::too_many_requests);
  EXPECT_THAT(refused.failure().detail, HasSubstr("每小时 120 人"));
  EXPECT_TRUE(volumes.admit_person("K2", now)) << "each kiosk by itself";
  EXPECT_TRUE(volumes.admit_grant("K1", now));
  EXPECT_THAT(volumes.held_up(now), ElementsAre("K1"));
  for (int i = 0; i < 2; ++i) EXPECT_TRUE(volumes.admit_look_up("K3", now));
  EXPECT_THAT(volumes.admit_look_up("K3", now).failure().detail, HasSubstr("查验的证书超过每小时 8 份"));
  EXPECT_THAT(volumes.held_up(now), ElementsAre("K1", "K3"));
  now += std::chrono::minutes{1};
  EXPECT_TRUE(volumes.admit_person("K1", now)) << "two a minute";
  now += std::chrono::minutes{15};
  EXPECT_THAT(volumes.held_up(now), ElementsAre());
}

}  // namespace
}  // namespace ce::test
