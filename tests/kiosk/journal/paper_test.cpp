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
  EXPECT_NE(refused.failure().detail.find("GD-000400 .. GD-000900 与已登记的 GD-000001 .. GD-000500 重叠"),
            std::string::npos)
      << refused.failure().detail;
  room.paper.first = 400;
  EXPECT_EQ(room.try_open().failure().code, FailureCode::config_value_invalid);
}

TEST(JournalPaper, StaffLoadVoidAndPassOverAndCentralIsTold) {
  LedgerRoom const room;
  auto journal = Journal::open(room.file, std::nullopt, room.clock, room.logger).value();
  EXPECT_EQ(journal.request(certificate()).failure().code, FailureCode::paper_exhausted);
  ASSERT_TRUE(journal.load_paper({.prefix = "N", .digits = 3, .first = 41, .last = 45}));
  ASSERT_TRUE(journal.load_paper({.prefix = "N", .digits = 3, .first = 41, .last = 45}));  // twice is once
  EXPECT_EQ(journal.request(certificate("44010625000001")).value().blank_number, "N041");
  EXPECT_EQ(journal.next_blank().value(), "N042");

  EXPECT_EQ(journal.top_sheet_is(41, "").failure().code, FailureCode::input_invalid) << "that number is gone";
  EXPECT_EQ(journal.top_sheet_is(44, "").failure().code, FailureCode::input_invalid) << "without a reason";
  EXPECT_EQ(journal.top_sheet_is(46, "缺号").failure().code, FailureCode::input_invalid)
      << "beyond the range";
  ASSERT_TRUE(journal.top_sheet_is(44, "受潮"));
  EXPECT_EQ(journal.request(certificate("44010625000002")).value().blank_number, "N044");
  EXPECT_EQ(journal.void_blank("N045", "未打印").failure().code, FailureCode::input_invalid);
  ASSERT_TRUE(journal.void_blank("N041", "污损"));
  EXPECT_EQ(journal.void_blank("N041", "污损").failure().code, FailureCode::input_invalid) << "void already";

  auto const day = china_date(room.clock.now());
  auto const count = journal.paper_of(day).value();
  EXPECT_EQ(count.used, 1);
  EXPECT_EQ(count.void_, 3);
  EXPECT_EQ(count.left, 1);
  auto const voids = journal.void_blanks_of(day).value();
  ASSERT_EQ(voids.size(), 3U);
  EXPECT_EQ(voids[0].number, "N041");
  EXPECT_EQ(voids[0].reason, "污损");
  EXPECT_EQ(voids[2].number, "N043");

  std::size_t loaded = 0;
  std::size_t voided = 0;
  auto const events = journal.pending_outbox(100).value();
  for (auto const& event : events) {
    loaded += std::holds_alternative<protocol::PaperLoaded>(event.what) ? 1U : 0U;
    voided += std::holds_alternative<protocol::BlankVoided>(event.what) ? 1U : 0U;
  }
  EXPECT_EQ(loaded, 1U);
  EXPECT_EQ(voided, 3U);
  EXPECT_TRUE(journal.check_chain());
}

TEST(JournalPaper, ALookAtTheTraySaysNothingOfAPrintThatHasNotEnded) {
  LedgerRoom const room;
  auto journal = room.open();
  auto const jammed = journal.request(certificate()).value();
  ASSERT_TRUE(journal.mark_submitting(jammed.id));
  ASSERT_TRUE(journal.mark_submitted(jammed.id, 7));
  ASSERT_TRUE(journal.top_sheet_is(2, ""));
  ASSERT_TRUE(journal.settle(jammed.id, protocol::PrintOutcome::failed));
  EXPECT_TRUE(journal.paper_check_due().value()) << "its sheet may have been fed after they looked";
  ASSERT_TRUE(journal.top_sheet_is(2, ""));
  EXPECT_FALSE(journal.paper_check_due().value());
}

TEST(JournalPaper, AFailedPrintMakesStaffLookAtTheTray) {
  LedgerRoom const room;
  auto journal = room.open();
  EXPECT_FALSE(journal.paper_check_due().value());
  auto const entry = journal.request(certificate()).value();
  ASSERT_TRUE(journal.settle(entry.id, protocol::PrintOutcome::failed));
  EXPECT_TRUE(journal.paper_check_due().value());
  ASSERT_TRUE(journal.top_sheet_is(2, ""));
  EXPECT_FALSE(journal.paper_check_due().value());
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
