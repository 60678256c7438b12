// Back, out, and what is left behind: nothing.
#include "visit.h"

namespace ce::session {
namespace {

TEST(Leaving, BackHasASensibleTargetEverywhere) {
  Visit list;
  EXPECT_TRUE(list.with_card().found().when(ShowCertificates{}).when(Back{}).at<Progress>());
  Visit preview;
  EXPECT_EQ(preview.at_preview().when(Back{}).stage<Progress>().year, 2025);
  Visit entry;
  EXPECT_TRUE(entry.when(UseIdNumber{}).when(Back{}).at<Home>());
  Visit verify;
  EXPECT_TRUE(verify.when(VerifyCertificate{}).when(Back{}).at<Home>());
  Visit result;
  result.state.stage = VerifyResult{};
  EXPECT_TRUE(result.when(Back{}).at<VerifyEntry>());
}

TEST(Leaving, ExitWipesAndAsksForTheCard) {
  Visit visit;
  visit.with_card().found();
  auto const before = visit.state.visit;
  visit.when(Exit{});
  EXPECT_TRUE(visit.at<TakeCard>());
  EXPECT_FALSE(visit.state.visitor);
  EXPECT_GT(visit.state.visit, before);
  EXPECT_EQ(visit.asked<EndVisit>(), 1);
  EXPECT_EQ(visit.asked<WatchCard>(), 1);
  EXPECT_TRUE(visit.answer(CardLifted{}).at<Home>());
}

TEST(Leaving, WithoutACardItGoesStraightHome) {
  Visit visit;
  visit.when(UseIdNumber{}).keys("110105").when(Exit{});
  EXPECT_TRUE(visit.at<Home>());
  EXPECT_EQ(visit.asked<EndVisit>(), 1);
  EXPECT_EQ(visit.asked<WatchCard>(), 0);
}

TEST(Leaving, TheCardReminderEndsByItself) {
  Visit visit;
  visit.with_card().found().when(Exit{}).after(std::chrono::seconds{59});
  EXPECT_TRUE(visit.at<TakeCard>());
  EXPECT_TRUE(visit.after(std::chrono::seconds{2}).at<Home>());
}

TEST(Leaving, ExitWorksOnEveryScreenButWhilePaperMoves) {
  for (Stage const& stage :
       {Stage{ReadingCard{}}, Stage{NumberEntry{}}, Stage{Searching{}}, Stage{Progress{}},
        Stage{Certificates{}}, Stage{PrintPreview{}}, Stage{TakePaper{}}, Stage{TakeCard{}},
        Stage{VerifyEntry{}}, Stage{Verifying{}}, Stage{VerifyResult{}}, Stage{Fault{}}}) {
    Visit visit;
    visit.state.stage = stage;
    EXPECT_TRUE(visit.when(Exit{}).at<Home>()) << stage.index();
  }
}

TEST(Leaving, ModesEndWithTheVisit) {
  Visit visit;
  visit.when(ToggleElder{}).when(ToggleContrast{}).with_card();
  EXPECT_TRUE(visit.state.mode.elder && visit.state.mode.high_contrast);
  // The card is asked back as its holder reads; then nothing is left of it.
  EXPECT_TRUE(visit.when(Exit{}).state.mode.elder);
  EXPECT_EQ(visit.when(CardLifted{}).state.mode, Mode{});
  EXPECT_TRUE(visit.at<Home>());
}

TEST(Leaving, SurroundingsOutliveTheVisit) {
  Visit visit;
  Surroundings around;
  around.prints_unresolved = 2;
  visit.with_card().when(SurroundingsChanged{around}).when(Exit{});
  EXPECT_EQ(visit.state.surroundings, around);
}

}  // namespace
}  // namespace ce::session
