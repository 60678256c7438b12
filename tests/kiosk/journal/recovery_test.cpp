#include "kiosk/journal/recovery.h"

#include "ledger_room.h"
#include "spool_printer.h"

namespace ce::journal {
namespace {

using ports::JobState;
using protocol::PrintOutcome;
using test::certificate;
using test::LedgerRoom;
using test::SpoolPrinter;

PrintEntry entry_in(PrintState state) {
  return {.id = EntryId::make(),
          .state = state,
          .certificate = certificate(),
          .copy = 1,
          .blank_number = "GD-000001",
          .job = std::nullopt,
          .cause = std::nullopt,
          .requested_at = {},
          .changed_at = {}};
}

PrinterAnswer says(JobState state) {
  return std::optional<ports::JobReport>{{.id = {5}, .state = state, .problems = {}, .message = {}}};
}

TEST(Recovery, TheTableOfEveryAnswer) {
  PrinterAnswer const silent = Failure{FailureCode::printer_unreachable, ""};
  PrinterAnswer const no_such_job = std::optional<ports::JobReport>{};
  for (auto const state : {PrintState::submitting, PrintState::submitted}) {
    SCOPED_TRACE(name_of(state));
    auto decided = [&](PrinterAnswer const& answer) { return decide(entry_in(state), answer); };
    EXPECT_EQ(decided(says(JobState::completed)), Decision{(SettleAs{PrintOutcome::sent_to_printer, {}})});
    EXPECT_EQ(decided(says(JobState::aborted)),
              Decision{(SettleAs{PrintOutcome::failed, FailureCode::printer_job_aborted})});
    EXPECT_EQ(decided(says(JobState::canceled)),
              Decision{(SettleAs{PrintOutcome::failed, FailureCode::printer_job_canceled})});
    for (auto const going : {JobState::waiting, JobState::printing, JobState::held_or_stopped}) {
      EXPECT_EQ(decided(says(going)), Decision{Follow{{5}}});
    }
    EXPECT_EQ(decided(no_such_job),
              Decision{(SettleAs{PrintOutcome::unknown, FailureCode::printer_outcome_unknown})});
    EXPECT_EQ(decided(silent), Decision{AskLater{}});
  }
  for (auto const& answer : {silent, no_such_job, says(JobState::completed)}) {
    EXPECT_EQ(decide(entry_in(PrintState::requested), answer),
              Decision{(SettleAs{PrintOutcome::failed, FailureCode::internal_fault})});
  }
}

TEST(Recovery, AnEndedJobThatCountedASheetIsNoFailure) {
  ports::JobReport job{.id = {5}, .state = JobState::canceled, .problems = {}, .message = {}};
  auto const outcome = [&](JobState state, std::optional<int> sheets) {
    job.state = state;
    job.sheets = sheets;
    return ending_of(job).value().outcome;
  };
  for (auto const state : {JobState::canceled, JobState::aborted}) {
    EXPECT_EQ(outcome(state, 0), PrintOutcome::failed);
    EXPECT_EQ(outcome(state, std::nullopt), PrintOutcome::failed) << "a printer that does not count";
    EXPECT_EQ(outcome(state, 1), PrintOutcome::unknown);
  }
  EXPECT_EQ(outcome(JobState::completed, 0), PrintOutcome::sent_to_printer);
  job.state = JobState::held_or_stopped;
  EXPECT_FALSE(ending_of(job));
}

struct RecoveryRoom : testing::Test {
  LedgerRoom room;
  Journal journal = room.open();
  SpoolPrinter printer{room.directory / "spool"};
  Recovery recovery{journal, printer, room.logger};

  PrintEntry submitting() {
    auto entry = journal.request(certificate()).value();
    EXPECT_TRUE(journal.mark_submitting(entry.id).ok());
    return entry;
  }
};

TEST_F(RecoveryRoom, ASheetThePrinterKnowsOfIsSettledWithItsJob) {
  auto const entry = submitting();
  ASSERT_TRUE(printer.submit("%PDF", job_name(entry)).ok());
  auto const round = recovery.run().value();
  ASSERT_EQ(round.settled.size(), 1U);
  EXPECT_TRUE(round.finished());
  EXPECT_EQ(round.settled.front().state, PrintState::sent_to_printer);
  EXPECT_EQ(round.settled.front().job, 1);
  EXPECT_EQ(printer.sheets().size(), 1U) << "recovery never prints";
}

TEST_F(RecoveryRoom, ASilentPrinterIsAskedAgain) {
  auto const entry = submitting();
  ASSERT_TRUE(printer.submit("%PDF", job_name(entry)).ok());
  printer.reachable = false;
  EXPECT_EQ(recovery.run().value().waiting, 1U);
  EXPECT_EQ(journal.unsettled().value().size(), 1U);
  printer.reachable = true;
  EXPECT_EQ(recovery.run().value().settled.size(), 1U);
}

TEST_F(RecoveryRoom, AJobThatStillWaitsIsCancelledAndFollowedToItsEnd) {
  auto const entry = submitting();
  ASSERT_TRUE(printer.submit("%PDF", job_name(entry)).ok());
  printer.state = JobState::held_or_stopped;
  EXPECT_EQ(recovery.run().value().following, 1U);
  EXPECT_EQ(journal.find(entry.id).value().value().state, PrintState::submitted);
  EXPECT_EQ(printer.cancelled, std::vector{1});
  printer.state = JobState::aborted;
  EXPECT_EQ(recovery.run().value().settled.front().state, PrintState::failed);
}

TEST_F(RecoveryRoom, WhatNobodyKnowsGoesToStaffAndIsNotReprinted) {
  auto const entry = submitting();
  EXPECT_EQ(recovery.run().value().settled.front().state, PrintState::unknown);
  EXPECT_EQ(journal.unresolved().value().front().id, entry.id);
  EXPECT_EQ(journal.request(certificate()).failure().code, FailureCode::certificate_not_printable);
}

TEST_F(RecoveryRoom, AnUnknownPrintWhoseDocumentCameLateIsSettledAfterAll) {
  auto const entry = submitting();
  ASSERT_EQ(recovery.run().value().settled.front().state, PrintState::unknown);
  EXPECT_TRUE(recovery.run().value().settled.empty()) << "nothing new, nothing said twice";
  ASSERT_TRUE(printer.submit("%PDF", job_name(entry)).ok());
  printer.state = JobState::held_or_stopped;
  EXPECT_FALSE(recovery.run().value().finished());
  EXPECT_EQ(printer.cancelled, std::vector{1});
  printer.state = JobState::canceled;
  EXPECT_EQ(recovery.run().value().settled.front().state, PrintState::failed);
  EXPECT_TRUE(journal.unresolved().value().empty());
}

TEST_F(RecoveryRoom, ARequestThatWasNeverHandedOverFreesTheCertificate) {
  ASSERT_TRUE(journal.request(certificate()).ok());
  printer.reachable = false;  // not needed for this
  EXPECT_EQ(recovery.run().value().settled.front().state, PrintState::failed);
  EXPECT_TRUE(journal.request(certificate()).ok());
}

}  // namespace
}  // namespace ce::journal
