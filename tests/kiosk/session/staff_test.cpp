// Staff at the screen, and the kiosk closed to visitors.
#include "visit.h"

namespace ce::session {
namespace {

TEST(StaffHere, NothingBeginsWhileTheyAreAtTheScreen) {
  Visit visit;
  visit.when(StaffPresent{true});
  EXPECT_TRUE(visit.state.staff_here);
  EXPECT_FALSE(accepts_card(visit.state));
  visit.when(CardFound{}).when(UseIdNumber{}).when(VerifyCertificate{}).when(CodeScanned{"44010625000001"});
  EXPECT_TRUE(visit.at<Home>());
  visit.when(StaffPresent{false});
  EXPECT_TRUE(accepts_card(visit.state));
  EXPECT_TRUE(visit.when(UseIdNumber{}).at<NumberEntry>());
}

TEST(StaffHere, AVisitUnderWayIsNotInterrupted) {
  Visit visit;
  visit.with_card().found().when(StaffPresent{true});
  EXPECT_FALSE(visit.state.staff_here);
  EXPECT_TRUE(visit.at<Progress>());
}

TEST(StaffHere, AModeThatSomebodyLeftOnGoes) {
  Visit visit;
  visit.when(ToggleElder{}).when(StaffPresent{true});
  EXPECT_FALSE(visit.state.mode.elder);
}

TEST(Paused, NothingBeginsUntilItIsResumed) {
  Visit visit;
  visit.when(ServicePaused{true}).when(CardFound{}).when(UseIdNumber{}).when(VerifyCertificate{});
  EXPECT_TRUE(visit.at<Home>());
  EXPECT_FALSE(accepts_card(visit.state));
  EXPECT_FALSE(next_deadline(visit.state, visit.now));
  visit.when(ServicePaused{false}).when(CardFound{});
  EXPECT_TRUE(visit.at<ReadingCard>());
}

TEST(Shut, AVisitUnderWayGoesOnAndNoneBeginsAfterIt) {
  Visit visit;
  visit.with_card().found().when(HallShut{true, Instant{1}});
  EXPECT_TRUE(visit.at<Progress>());
  visit.when(Exit{}).when(CardLifted{});
  ASSERT_TRUE(visit.at<Home>());
  EXPECT_FALSE(accepts_card(visit.state));
  visit.when(UseIdNumber{}).when(CardFound{});
  EXPECT_TRUE(visit.at<Home>());
  EXPECT_TRUE(visit.when(HallShut{false, {}}).when(UseIdNumber{}).at<NumberEntry>());
}

TEST(MachinesLanguage, EachVisitBeginsInItAgain) {
  Visit visit;
  visit.state.language = visit.state.mode.language = Language::english;
  visit.when(ChooseLanguage{Language::chinese}).when(UseIdNumber{}).when(Exit{});
  EXPECT_EQ(visit.state.mode.language, Language::english);
  visit.when(ChooseLanguage{Language::chinese}).when(StaffPresent{true}).when(StaffPresent{false});
  EXPECT_EQ(visit.state.mode.language, Language::english);
}

}  // namespace
}  // namespace ce::session
