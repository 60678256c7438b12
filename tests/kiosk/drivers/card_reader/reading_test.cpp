#include "reader_bench.h"

namespace ce::drivers {
namespace {

class Reading : public ReaderBench {};

TEST_F(Reading, AnEmptyReaderGivesNothing) {
  SamReader reader = make_reader();
  EXPECT_EQ(poll_once(reader), "");
  EXPECT_EQ(reader.card_present().value(), std::optional{false});
}

TEST_F(Reading, EveryDemoCardArrivesAsItWasLaid) {
  SamReader reader = make_reader();
  for (auto const* card : {"01-complete", "02-incomplete", "09-rare-name", "10-foreigner"}) {
    lay(card);
    EXPECT_EQ(poll_once(reader), block_of(card));
    EXPECT_EQ(say("lift"), "ok");
    EXPECT_EQ(poll_once(reader), "");
  }
}

TEST_F(Reading, ALaidCardIsGivenOutOnce) {
  SamReader reader = make_reader(PresenceProbe::none);
  lay("01-complete");
  EXPECT_EQ(poll_once(reader), block_of("01-complete"));
  for (int i = 0; i < 5; ++i) EXPECT_EQ(poll_once(reader), "");
}

TEST_F(Reading, TheSameCardLaidAgainIsANewVisit) {
  SamReader reader = make_reader(PresenceProbe::none);
  for (int visit = 0; visit < 2; ++visit) {
    lay("01-complete");
    EXPECT_EQ(poll_once(reader), block_of("01-complete"));
    EXPECT_EQ(poll_once(reader), "");
    say("lift");
  }
}

TEST_F(Reading, WithoutAProbePresenceIsUnknown) {
  SamReader reader = make_reader(PresenceProbe::none);
  lay("01-complete");
  EXPECT_EQ(poll_once(reader), block_of("01-complete"));
  auto const present = reader.card_present();
  ASSERT_TRUE(present);
  EXPECT_EQ(*present, std::nullopt);
}

TEST_F(Reading, ADeviceThatIsNoReaderIsPassedOver) {
  SamReaderOptions options;
  options.devices = {"/dev/null", directory_ / "ttyUSB*"};
  SamReader reader{options};
  lay("01-complete");
  EXPECT_EQ(poll_once(reader), block_of("01-complete"));
}

TEST_F(Reading, AnUnknownBaudRateIsNamed) {
  SamReaderOptions options;
  options.devices = {directory_ / "ttyUSB0"};
  options.baud = 12345;
  auto const got = SamReader{options}.find();
  ASSERT_FALSE(got);
  EXPECT_EQ(got.failure().code, FailureCode::reader_fault);
  EXPECT_NE(got.failure().detail.find("12345"), std::string::npos);
}

TEST_F(Reading, ASecondProgramOnTheSameLineIsToldSo) {
  SamReader first = make_reader();
  EXPECT_EQ(poll_once(first), "");
  SamReader second = make_reader();
  auto const got = second.find();
  ASSERT_FALSE(got);
  EXPECT_EQ(got.failure().code, FailureCode::reader_fault);
  EXPECT_NE(got.failure().detail.find("in use"), std::string::npos);
  EXPECT_EQ(poll_once(first), "");
}

}  // namespace
}  // namespace ce::drivers
