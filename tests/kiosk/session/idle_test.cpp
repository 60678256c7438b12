// The countdown, under a clock that the test turns.
#include "visit.h"

namespace ce::session {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

TEST(Idle, WarnsThenWipes) {
  Visit visit;
  visit.with_card().found().after(seconds{59});
  EXPECT_FALSE(visit.state.countdown);
  visit.after(seconds{1});
  EXPECT_TRUE(visit.state.countdown);
  EXPECT_EQ(seconds_left(visit.state, visit.now), 20);
  visit.after(seconds{19});
  EXPECT_TRUE(visit.at<Progress>());
  visit.after(seconds{1});
  EXPECT_TRUE(visit.at<TakeCard>());
  EXPECT_FALSE(visit.state.visitor);
  EXPECT_FALSE(visit.state.countdown);
  EXPECT_EQ(visit.asked<EndVisit>(), 1);
}

TEST(Idle, AnyTouchExtends) {
  Visit visit;
  visit.with_card().found().after(seconds{70}).when(Stay{});
  EXPECT_FALSE(visit.state.countdown);
  EXPECT_EQ(seconds_left(visit.state, visit.now), 80);
  EXPECT_TRUE(visit.after(seconds{60}).state.countdown);
  EXPECT_FALSE(visit.when(ShowYear{2025}).state.countdown);
}

TEST(Idle, TheWorldsAnswersAreNoTouch) {
  Visit visit;
  visit.with_card().found().after(seconds{60}).when(SurroundingsChanged{});
  EXPECT_TRUE(visit.state.countdown);
}

TEST(Idle, ElderModeHasHalfAsLongAgain) {
  Visit visit;
  visit.with_card().found().when(ToggleElder{}).after(seconds{89});
  EXPECT_FALSE(visit.state.countdown);
  EXPECT_TRUE(visit.after(seconds{1}).state.countdown);
  EXPECT_EQ(seconds_left(visit.state, visit.now), 30);
}

TEST(Idle, NothingRunsOutAtHome) {
  Visit const visit;
  EXPECT_FALSE(next_deadline(visit.state, visit.now));
  EXPECT_FALSE(seconds_left(visit.state, visit.now));
}

TEST(Idle, AModeLeftOnAtHomeGoesBack) {
  Visit visit;
  visit.when(ToggleElder{}).after(seconds{89});
  EXPECT_TRUE(visit.state.mode.elder);
  EXPECT_FALSE(visit.after(seconds{1}).state.mode.elder);
  EXPECT_FALSE(next_deadline(visit.state, visit.now));
}

TEST(Idle, ItDoesNotRunWhilePrinting) {
  Visit visit;
  visit.at_printing().after(seconds{200});
  EXPECT_FALSE(visit.state.countdown);
  EXPECT_FALSE(seconds_left(visit.state, visit.now));
}

// A loop that sleeps from deadline to deadline must see each second and the end.
TEST(Idle, FollowingTheDeadlinesAloneEndsTheVisitOnTime) {
  Visit visit;
  visit.with_card().found();
  Tick const began = visit.now;
  int looks = 0;
  while (visit.at<Progress>()) {
    auto const next = next_deadline(visit.state, visit.now);
    ASSERT_TRUE(next);
    ASSERT_GE(*next, visit.now);
    visit.now = *next;
    visit.when(TimePassed{});
    ASSERT_LT(++looks, 200);
  }
  EXPECT_EQ(visit.now - began, seconds{80});
  EXPECT_GE(looks, 80);
}

}  // namespace
}  // namespace ce::session
