#include "ledger_room.h"

namespace ce::journal {
namespace {

using test::certificate;
using test::LedgerRoom;

TEST(JournalPaper, StopsAtTheEndOfTheRangeAndGoesOnWithANewOne) {
  LedgerRoom room;
  room.paper = {.prefix = "N", .digits = 2, .first = 98, .last = 99};
  auto journal = room.open();
  EXPECT_EQ(journal.request(certificate("44010625000001")).value().blank_number, "N98");
  EXPECT_EQ(journal.request(certificate("44010625000002")).value().blank_number, "N99");
  EXPECT_EQ(journal.paper().value().left, 0);
  EXPECT_EQ(journal.request(certificate("44010625000003")).failure().code, FailureCode::paper_exhausted);
  EXPECT_FALSE(journal.standing("44010625000003").value().has_value());
  ASSERT_TRUE(journal.load_paper({.prefix = "M", .digits = 3, .first = 1, .last = 10}).ok());
  EXPECT_EQ(journal.request(certificate("44010625000003")).value().blank_number, "M001");
}

TEST(JournalPaper, TheSameConfigurationGoesOnWhereItWas) {
  LedgerRoom room;
  ASSERT_TRUE(room.open().request(certificate("44010625000001")).ok());
  EXPECT_EQ(room.open().request(certificate("44010625000002")).value().blank_number, "GD-000002");
  room.paper.last = 600;  // the range was made longer
  auto journal = room.open();
  EXPECT_EQ(journal.paper().value().left, 598);
  EXPECT_EQ(journal.request(certificate("44010625000003")).value().blank_number, "GD-000003");
}

TEST(JournalPaper, AnOverlappingRangeIsRefusedWithBothRangesNamed) {
  LedgerRoom room;
  auto journal = room.open();
  auto const refused = journal.load_paper({.prefix = "GD-", .digits = 6, .first = 400, .last = 900});
  EXPECT_EQ(refused.failure().code, FailureCode::input_invalid);
  EXPECT_NE(refused.failure().detail.find("GD-000400 .. GD-000900 overlaps GD-000001 .. GD-000500"),
            std::string::npos)
      << refused.failure().detail;
  room.paper.first = 400;
  EXPECT_EQ(room.try_open().failure().code, FailureCode::config_value_invalid);
}

TEST(JournalPaper, ImpossibleRangesAreRefused) {
  for (auto const& range :
       {PaperRange{"A", 8, 0, 5}, PaperRange{"A", 8, 6, 5}, PaperRange{"A", 2, 1, 100},
        PaperRange{"A", 0, 1, 5}, PaperRange{"A B", 8, 1, 5}, PaperRange{"纸", 8, 1, 5}}) {
    EXPECT_EQ(check(range).failure().code, FailureCode::config_value_invalid) << range.prefix << range.first;
  }
  EXPECT_TRUE(check({"", 8, 1, 99'999'999}).ok());
}

}  // namespace
}  // namespace ce::journal
