// A printer that fails, stands still, or is gone.
#include "desk_bench.h"
#include "kiosk/printers/offset_book.h"

namespace ce::runner {
namespace {

using protocol::PrintOutcome;
class Trouble : public DeskBench {
 protected:
  void expect_nothing_comes_out_once_mended() {
    control("");
    auto const next =
        printer_.submit(drivers::sample_pdf(), "ce-proof");  // after which all others have ended
    ASSERT_TRUE(next) << describe(next.failure());
    drivers::follow(printer_, *next, drivers::has_ended);
    EXPECT_EQ(documents("printed"), std::vector{drivers::sample_pdf()});
  }
};

TEST_F(Trouble, AnAbortedJobHasFailedAndMayBePrintedAgain) {
  control("abort fuser");
  open_desk();
  desk_->print(certificate(), visit);
  auto const ended = end();
  EXPECT_EQ(ended.outcome, PrintOutcome::failed);
  EXPECT_EQ(ended.cause, FailureCode::printer_job_aborted);
  control("");
  desk_->print(certificate(), visit);
  EXPECT_EQ(end().outcome, PrintOutcome::sent_to_printer);
  EXPECT_EQ(documents("printed").size(), 1U);
}

TEST_F(Trouble, WhatHoldsAJobUpIsToldAndGoesOnWhenMended) {
  control("state media-empty");
  open_desk();
  desk_->print(certificate(), visit);
  ASSERT_TRUE(read_until([this] {
    return !advances_.empty() && advances_.back().holding == FailureCode::printer_out_of_paper;
  }));
  EXPECT_EQ(advances_.back().stage, session::PrintStage::held);
  control("");
  EXPECT_EQ(end().outcome, PrintOutcome::sent_to_printer);
}

TEST_F(Trouble, AJobWhoseVisitorHasGoneIsCancelledRatherThanPrintedLater) {
  control("state media-empty");
  open_desk();
  desk_->print(certificate(), visit);
  ASSERT_TRUE(read_until(
      [this] { return !advances_.empty() && advances_.back().stage == session::PrintStage::held; }));
  desk_->serve(visit + 1);
  auto const ended = end();
  EXPECT_EQ(ended.outcome, PrintOutcome::failed);
  EXPECT_EQ(ended.cause, FailureCode::printer_job_canceled);
  expect_nothing_comes_out_once_mended();
}

TEST_F(Trouble, WhatWasNotBegunWhenItsVisitorLeftIsNotBegun) {
  open_desk();
  desk_->serve(visit + 1);
  desk_->print(certificate(), visit);
  EXPECT_EQ(end().cause, FailureCode::printer_job_canceled);
  EXPECT_EQ(journal_.pending_count().value(), 0);
  EXPECT_TRUE(documents().empty());
}

TEST_F(Trouble, WhoeverComesNextIsToldWhatHoldsThePrinterUp) {
  control("state cover-open");
  open_desk();
  desk_->print(certificate(), visit);
  EXPECT_TRUE(read_until([this] { return board_.now().printer_problem == FailureCode::printer_cover_open; }));
  control("");
  end();
  EXPECT_TRUE(read_until([this] { return !board_.now().printer_problem; }));
}

TEST_F(Trouble, AJobThatVanishedIsForStaffAndIsNotPrintedAgain) {
  control("state media-jam");
  open_desk();
  desk_->print(certificate(), visit);
  ASSERT_TRUE(read_until(
      [this] { return !advances_.empty() && advances_.back().stage == session::PrintStage::held; }));
  power("cycle");
  control("");
  EXPECT_EQ(end().outcome, PrintOutcome::unknown);
  EXPECT_EQ(journal_.unresolved().value().size(), 1U);
  EXPECT_TRUE(read_until([this] { return board_.now().prints_unresolved == 1; }));
  desk_->print(certificate(), visit);
  EXPECT_EQ(end().cause, FailureCode::certificate_not_printable);
  EXPECT_TRUE(documents("printed").empty());
}

TEST_F(Trouble, ASheetThatCameOutOfAnAbortedJobIsNotCalledAFailure) {
  control("sheet-first\nabort fuser");
  open_desk();
  desk_->print(certificate(), visit);
  auto const ended = end();
  EXPECT_EQ(ended.outcome, PrintOutcome::unknown);
  EXPECT_EQ(ended.cause, FailureCode::printer_job_aborted);
  EXPECT_EQ(documents("printed").size(), 1U);
  control("");
  desk_->print(certificate(), visit);
  EXPECT_EQ(end().cause, FailureCode::certificate_not_printable);
  EXPECT_EQ(documents("printed").size(), 1U) << "never a second sheet";
}

// What tests/model found: no answer, "no such job", and the document arrives all the same.
TEST_F(Trouble, ALateDocumentNeverBecomesASecondSheet) {
  wire();
  printer_ = make_printer(std::chrono::seconds{1});
  hold_cable_at_hand_over_ = true;
  open_desk();
  desk_->print(certificate(), visit);
  EXPECT_EQ(end().outcome, PrintOutcome::unknown);
  cable("");
  ASSERT_TRUE(read_until([this] { return !documents("spool").empty(); }));
  ASSERT_TRUE(read_until([this] { return journal_.unsettled().value().empty(); }));
  // It was printed before anybody could cancel it, or cancelled before it was printed: the ledger says which.
  ASSERT_TRUE(read_until([this] { return journal_.unresolved().value().empty(); }));
  auto const standing = journal_.standing(certificate().certificate.number).value();
  EXPECT_EQ(standing.has_value(), documents("printed").size() == 1);
  desk_->print(certificate(), visit);
  end();
  EXPECT_EQ(documents("printed").size(), 1U);
}

TEST_F(Trouble, RecoveryCancelsWhatWouldComeOutLater) {
  auto const entry =
      journal_.request({"44010625000009", 2025, "广州市天河区人力资源和社会保障局", {}}).value();
  ASSERT_TRUE(journal_.mark_submitting(entry.id));
  control("state media-empty");
  ASSERT_TRUE(printer_.submit(drivers::sample_pdf(), journal::job_name(entry)));
  open_desk();
  ASSERT_TRUE(read_until([this] { return !settled().empty(); }));
  EXPECT_EQ(journal_.find(entry.id).value()->state, journal::PrintState::failed);
  EXPECT_EQ(settled(), std::vector{PrintOutcome::failed});
  expect_nothing_comes_out_once_mended();
}

TEST_F(Trouble, APrinterThatIsGoneIsSaidBeforeTheLedgerIsTouched) {
  kill();
  open_desk();
  desk_->print(certificate(), visit);
  auto const ended = end();
  EXPECT_EQ(ended.outcome, PrintOutcome::failed);
  EXPECT_EQ(ended.cause, FailureCode::printer_unreachable);
  EXPECT_EQ(journal_.pending_count().value(), 0);
}

TEST_F(Trouble, NumberedStockIsNotTouchedBeforeThePrinterIsCalibrated) {
  printers::OffsetBook book{ledger_.directory / "printer_offsets", "ipp://there/"};
  placement_ = [&](ports::PrinterStatus const& status) { return book.placement(status); };
  open_desk();
  EXPECT_TRUE(read_until([this] { return board_.now().printer_problem == FailureCode::paper_uncalibrated; }));
  desk_->print(certificate(), visit);
  EXPECT_EQ(end().cause, FailureCode::paper_uncalibrated);
  EXPECT_EQ(journal_.pending_count().value(), 0);
  EXPECT_TRUE(documents().empty());
  ASSERT_TRUE(book.keep(printer_.status().value(), {3, -2}));
  desk_->print(certificate(), visit);
  EXPECT_EQ(end().outcome, PrintOutcome::sent_to_printer);
}

TEST_F(Trouble, StaffAreToldOfFewNumbersBeforeTheLastIsGone) {
  ASSERT_TRUE(journal_.load_paper({"N", 6, 41, 42}));
  warn_left_ = 1;
  open_desk();
  desk_->print(certificate(), visit);
  EXPECT_EQ(end().outcome, PrintOutcome::sent_to_printer);
  EXPECT_TRUE(read_until([this] { return board_.now().paper_low == 1; }));
  auto other = certificate();
  other.certificate.number = "44010625000002";
  desk_->print(other, visit);
  EXPECT_EQ(end().outcome, PrintOutcome::sent_to_printer);
  EXPECT_TRUE(read_until([this] { return board_.now().printer_problem == FailureCode::paper_exhausted; }));
  EXPECT_EQ(board_.now().paper_low, 0);
  other.certificate.number = "44010625000003";
  desk_->print(other, visit);
  EXPECT_EQ(end().cause, FailureCode::paper_exhausted);
  EXPECT_EQ(documents("printed").size(), 2U);
  ASSERT_TRUE(journal_.load_paper({"N", 6, 43, 99}));
  EXPECT_TRUE(read_until([this] { return !board_.now().paper_low && !board_.now().printer_problem; }));
}

TEST_F(Trouble, WhatRunsLowIsKnownForCentralAndNoPrinterTrouble) {
  ASSERT_TRUE(journal_.load_paper({"N", 6, 41, 42}));
  warn_left_ = 1;
  control("note toner-low media-low\nattr marker-types=toner,waste-toner\nattr marker-levels=7,99");
  open_desk();
  desk_->print(certificate(), visit);
  EXPECT_EQ(end().outcome, PrintOutcome::sent_to_printer);
  protocol::Supplies const low{7, true, true, 1, true};
  EXPECT_TRUE(read_until([&] { return board_.supplies() == low; }));
  EXPECT_FALSE(board_.now().printer_problem);
  kill();
  EXPECT_TRUE(read_until([&] { return board_.now().printer_problem.has_value(); }));
  EXPECT_EQ(board_.supplies(), low) << "a printer that is silent has what it had";
}

TEST_F(Trouble, ThePrintersConditionReachesTheBoard) {
  kill();
  open_desk();
  EXPECT_TRUE(
      read_until([this] { return board_.now().printer_problem == FailureCode::printer_unreachable; }));
}

}  // namespace
}  // namespace ce::runner
