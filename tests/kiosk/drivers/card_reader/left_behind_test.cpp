#include "reader_bench.h"

namespace ce::drivers {
namespace {

class LeftBehind : public ReaderBench {};

TEST_F(LeftBehind, ACardThatLiesThereIsSaidToBePresent) {
  SamReader reader = make_reader();
  lay("01-complete");
  EXPECT_EQ(poll_once(reader), block_of("01-complete"));
  for (int i = 0; i < 3; ++i) EXPECT_EQ(reader.card_present().value(), std::optional{true});
  say("lift");
  EXPECT_EQ(reader.card_present().value(), std::optional{false});
  EXPECT_EQ(reader.card_present().value(), std::optional{false});
}

TEST_F(LeftBehind, ItIsNotReadForTheNextVisitorUntilItWasGone) {
  SamReader reader = make_reader();
  lay("01-complete");
  EXPECT_EQ(poll_once(reader), block_of("01-complete"));
  EXPECT_EQ(reader.card_present().value(), std::optional{true});
  for (int i = 0; i < 5; ++i) EXPECT_EQ(poll_once(reader), "");
  say("lift");
  EXPECT_EQ(poll_once(reader), "");
  lay("02-incomplete");
  EXPECT_EQ(poll_once(reader), block_of("02-incomplete"));
}

TEST_F(LeftBehind, AGarbledFindDoesNotBringItBack) {
  SamReader reader = make_reader();
  lay("01-complete");
  EXPECT_EQ(poll_once(reader), block_of("01-complete"));
  say("fault checksum 1 find");
  EXPECT_EQ(poll_once(reader), "");
  say("fault silent 1 find");
  EXPECT_EQ(poll_once(reader), "failure: reader_fault");
  EXPECT_EQ(poll_once(reader), "");
}

TEST_F(LeftBehind, ACardLiftedWhileItIsReadIsGone) {
  SamReader reader = make_reader();
  lay("01-complete");
  say("fault checksum 9");
  EXPECT_EQ(poll_once(reader), "failure: card_unreadable");
  say("fault none");
  say("lift");
  EXPECT_EQ(reader.card_present().value(), std::optional{false});
  lay("02-incomplete");
  EXPECT_EQ(poll_once(reader), block_of("02-incomplete"));
}

}  // namespace
}  // namespace ce::drivers
