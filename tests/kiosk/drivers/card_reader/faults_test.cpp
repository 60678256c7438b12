#include "reader_bench.h"

namespace ce::drivers {
namespace {

class Faults : public ReaderBench, public testing::WithParamInterface<char const*> {};

class Damage : public Faults {};
class Harmless : public Faults {};

TEST_P(Damage, IsMendedByAskingAgain) {
  SamReader reader = make_reader();
  lay("01-complete");
  ASSERT_EQ(say(std::string{"fault "} + GetParam() + " 2"), "ok");
  EXPECT_EQ(poll_once(reader), block_of("01-complete"));
}

TEST_P(Damage, ThatStaysMakesTheCardUnreadableUntilItIsLaidAgain) {
  SamReader reader = make_reader();
  lay("01-complete");
  ASSERT_EQ(say(std::string{"fault "} + GetParam() + " 3"), "ok");
  auto const got = look_and_read(reader);
  ASSERT_FALSE(got);
  EXPECT_EQ(got.failure().code, FailureCode::card_unreadable);
  EXPECT_EQ(got.failure().detail.find("4401"), std::string::npos);
  EXPECT_EQ(poll_once(reader), "");
  say("lift");
  EXPECT_EQ(poll_once(reader), "");
  lay("01-complete");
  EXPECT_EQ(poll_once(reader), block_of("01-complete"));
}

TEST_P(Damage, OnAnEmptyReaderIsAFaultOfTheReader) {
  SamReader reader = make_reader();
  EXPECT_EQ(poll_once(reader), "");
  ASSERT_EQ(say(std::string{"fault "} + GetParam() + " 3 find"), "ok");
  EXPECT_EQ(poll_once(reader), "failure: reader_fault");
  EXPECT_EQ(poll_once(reader), "");
}

INSTANTIATE_TEST_SUITE_P(Kinds, Damage, testing::Values("checksum", "truncate", "garble"));

TEST_P(Harmless, CostsNothing) {
  SamReader reader = make_reader();
  for (int visit = 0; visit < 3; ++visit) {
    lay("01-complete");
    say(std::string{GetParam()});
    EXPECT_EQ(poll_once(reader), block_of("01-complete"));
    EXPECT_EQ(reader.card_present().value(), std::optional{true});
    say("lift");
    EXPECT_EQ(reader.card_present().value(), std::optional{false});
  }
}

INSTANTIATE_TEST_SUITE_P(Kinds, Harmless,
                         testing::Values("noise 5", "noise 300", "fault split 9 any", "fault merge 9 any"));

TEST_F(Faults, ASilentReaderIsSaidSoAndWorksAgain) {
  SamReader reader = make_reader();
  EXPECT_EQ(poll_once(reader), "");
  ASSERT_EQ(say("fault silent 1 find"), "ok");
  EXPECT_EQ(poll_once(reader), "failure: reader_fault");
  lay("01-complete");
  EXPECT_EQ(poll_once(reader), block_of("01-complete"));
}

TEST_F(Faults, ASilentReadIsAFaultAndTheCardIsReadAtTheNextPoll) {
  SamReader reader = make_reader();
  lay("01-complete");
  ASSERT_EQ(say("fault silent"), "ok");
  EXPECT_EQ(poll_once(reader), "failure: reader_fault");
  // The reader itself holds the card for read now; it is found again once it was lifted.
  say("lift");
  lay("01-complete");
  EXPECT_EQ(poll_once(reader), block_of("01-complete"));
}

TEST_F(Faults, PresenceWithoutAClearAnswerIsUnknownNotGone) {
  SamReader reader = make_reader();
  lay("01-complete");
  EXPECT_EQ(poll_once(reader), block_of("01-complete"));
  for (auto const* fault : {"fault silent 2 find", "fault checksum 2 find"}) {
    say(fault);
    auto const present = reader.card_present();
    ASSERT_TRUE(present);
    EXPECT_EQ(*present, std::nullopt) << fault;
    say("fault none");
  }
  EXPECT_EQ(poll_once(reader), "");
  EXPECT_EQ(reader.card_present().value(), std::optional{true});
}

}  // namespace
}  // namespace ce::drivers
