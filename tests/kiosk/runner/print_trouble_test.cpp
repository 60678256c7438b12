// A printer that fails, stands still, or is gone.
#include "desk_bench.h"

namespace ce::runner {
namespace {

using protocol::PrintOutcome;
class Trouble : public DeskBench {};

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
  // A cancelled job ends once its command does.
  std::this_thread::sleep_for(std::chrono::seconds{1});
  control("");
  auto const ended = end();
  EXPECT_EQ(ended.outcome, PrintOutcome::failed);
  EXPECT_EQ(ended.cause, FailureCode::printer_job_canceled);
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

TEST_F(Trouble, ThePrintersConditionReachesTheBoard) {
  kill();
  open_desk();
  EXPECT_TRUE(
      read_until([this] { return board_.now().printer_problem == FailureCode::printer_unreachable; }));
}

}  // namespace
}  // namespace ce::runner
