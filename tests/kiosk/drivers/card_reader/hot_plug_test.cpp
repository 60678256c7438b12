#include "reader_bench.h"

namespace ce::drivers {
namespace {

class HotPlug : public ReaderBench {};

TEST_F(HotPlug, NoReaderIsAbsentAndFoundOncePluggedIn) {
  ASSERT_EQ(say("unplug"), "ok");
  SamReader reader = make_reader();
  EXPECT_EQ(poll_once(reader), "failure: reader_absent");
  EXPECT_EQ(poll_once(reader), "failure: reader_absent");
  ASSERT_EQ(say("replug"), "ok");
  EXPECT_EQ(poll_once(reader), "");
}

TEST_F(HotPlug, UnpluggedBetweenPollsAndBackUnderAnotherName) {
  SamReader reader = make_reader();
  EXPECT_EQ(poll_once(reader), "");
  ASSERT_EQ(say("replug ttyUSB7"), "ok");
  EXPECT_EQ(poll_once(reader), "failure: reader_absent");
  lay("01-complete");
  EXPECT_EQ(poll_once(reader), block_of("01-complete"));
}

TEST_F(HotPlug, UnpluggedInMidFrameThenReadUnderAnotherName) {
  SamReader reader = make_reader();
  lay("01-complete");
  ASSERT_EQ(say("fault unplug"), "ok");
  EXPECT_EQ(poll_once(reader), "failure: reader_absent");
  EXPECT_EQ(poll_once(reader), "failure: reader_absent");
  ASSERT_EQ(say("replug ttyUSB1"), "ok");
  EXPECT_EQ(poll_once(reader), block_of("01-complete"));
}

TEST_F(HotPlug, ACardThatWasReadIsNotANewOneAfterPluggingIn) {
  SamReader reader = make_reader();
  lay("01-complete");
  EXPECT_EQ(poll_once(reader), block_of("01-complete"));
  ASSERT_EQ(say("replug ttyUSB2"), "ok");
  EXPECT_EQ(poll_once(reader), "failure: reader_absent");
  for (int i = 0; i < 3; ++i) EXPECT_EQ(poll_once(reader), "");
  EXPECT_EQ(reader.card_present().value(), std::optional{true});
  lay("02-incomplete");  // in one movement: seen as gone first
  say("lift");
  EXPECT_EQ(poll_once(reader), "");
  lay("02-incomplete");
  EXPECT_EQ(poll_once(reader), block_of("02-incomplete"));
}

TEST_F(HotPlug, PresenceSaysThatTheReaderIsGone) {
  SamReader reader = make_reader();
  lay("01-complete");
  EXPECT_EQ(poll_once(reader), block_of("01-complete"));
  ASSERT_EQ(say("unplug"), "ok");
  auto const present = reader.card_present();
  ASSERT_FALSE(present);
  EXPECT_EQ(present.failure().code, FailureCode::reader_absent);
}

}  // namespace
}  // namespace ce::drivers
