#include "kiosk/journal/transition.h"
#include "ledger_room.h"

namespace ce::journal {
namespace {

using protocol::PrintOutcome;
using test::certificate;
using test::LedgerRoom;

PrintState state_of_print(Journal const& journal, EntryId const& id) {
  return journal.find(id).value().value().state;
}

TEST(JournalSteps, AWholePrintIsKeptStepByStep) {
  LedgerRoom room;
  auto journal = room.open();
  auto const entry = journal.request(certificate()).value();
  EXPECT_EQ(entry.blank_number, "GD-000001");
  EXPECT_EQ(job_name(entry), "ce-print-" + entry.id.text());
  EXPECT_TRUE(journal.mark_submitting(entry.id).ok());
  EXPECT_TRUE(journal.mark_submitted(entry.id, 17).ok());
  EXPECT_TRUE(journal.settle(entry.id, PrintOutcome::sent_to_printer).ok());

  auto const again = room.open();  // a second connection sees what was committed
  auto const kept = again.find(entry.id).value().value();
  EXPECT_EQ(kept.state, PrintState::sent_to_printer);
  EXPECT_EQ(kept.job, 17);
  EXPECT_EQ(kept.certificate.number, "44010625000001");
  EXPECT_EQ(kept.certificate.authority, certificate().authority);
  EXPECT_EQ(kept.certificate.issue_date, certificate().issue_date);
  EXPECT_GT(kept.changed_at, kept.requested_at);
}

TEST(JournalSteps, AnEntryAndItsEventNameTheGrant) {
  LedgerRoom room;
  auto journal = room.open();
  auto const grant = EntryId::make();
  auto const entry = journal.request(certificate(), 1, grant).value();
  EXPECT_EQ(journal.find(entry.id).value().value().grant, grant);
  auto const event = journal.pending_outbox(1).value().at(0);
  EXPECT_EQ(std::get<protocol::PrintRequested>(event.what).grant, grant);
  EXPECT_TRUE(journal.check_chain());
}

TEST(JournalSteps, ACertificateThatMayBePaperIsNotPrintedAgain) {
  LedgerRoom room;
  auto journal = room.open();
  auto const entry = journal.request(certificate()).value();
  auto refused = [&] { return journal.request(certificate()).failure().code; };
  EXPECT_EQ(refused(), FailureCode::certificate_not_printable);
  ASSERT_TRUE(journal.mark_submitting(entry.id).ok());
  EXPECT_EQ(refused(), FailureCode::certificate_not_printable);
  ASSERT_TRUE(journal.settle(entry.id, PrintOutcome::unknown).ok());
  EXPECT_EQ(refused(), FailureCode::certificate_not_printable);
  ASSERT_TRUE(journal.settle(entry.id, PrintOutcome::confirmed).ok());
  EXPECT_EQ(refused(), FailureCode::certificate_not_printable);
  EXPECT_EQ(journal.paper().value().used, 1) << "a refused request must not consume a number";
  EXPECT_TRUE(journal.request(certificate(), 2).ok()) << "another copy is another print";
}

TEST(JournalSteps, AFailedPrintFreesTheCertificateAndVoidsItsNumber) {
  LedgerRoom room;
  auto journal = room.open();
  auto const first = journal.request(certificate()).value();
  ASSERT_TRUE(journal.mark_submitting(first.id).ok());
  ASSERT_TRUE(journal.settle(first.id, PrintOutcome::failed, FailureCode::printer_jammed).ok());
  EXPECT_EQ(journal.find(first.id).value().value().cause, FailureCode::printer_jammed);
  EXPECT_FALSE(journal.standing("44010625000001").value().has_value());

  auto const second = journal.request(certificate()).value();
  EXPECT_EQ(second.blank_number, "GD-000002");
  EXPECT_EQ(journal.standing("44010625000001").value().value().id, second.id);
  EXPECT_EQ(journal.paper().value().void_, 1);
  EXPECT_EQ(journal.paper().value().used, 1);
  EXPECT_EQ(journal.paper().value().left, 498);
}

TEST(JournalSteps, AHandOverHasOneTry) {
  LedgerRoom room;
  auto journal = room.open();
  auto const entry = journal.request(certificate()).value();
  EXPECT_EQ(journal.mark_submitted(entry.id, 3).failure().code, FailureCode::not_permitted);
  ASSERT_TRUE(journal.mark_submitting(entry.id).ok());
  EXPECT_EQ(journal.mark_submitting(entry.id).failure().code, FailureCode::not_permitted);
  ASSERT_TRUE(journal.mark_submitted(entry.id, 3).ok());
  EXPECT_TRUE(journal.mark_submitted(entry.id, 3).ok());
  EXPECT_EQ(journal.mark_submitted(entry.id, 4).failure().code, FailureCode::not_permitted);
}

TEST(JournalSteps, EveryPairOfStateAndOutcomeIsDecided) {
  struct Row {
    PrintState from;
    bool sent, confirmed, failed, unknown;
  };
  for (Row const& row :
       {Row{PrintState::requested, false, false, true, false},
        Row{PrintState::submitting, true, true, true, true},
        Row{PrintState::submitted, true, true, true, true}, Row{PrintState::unknown, true, true, true, false},
        Row{PrintState::sent_to_printer, false, true, false, false},
        Row{PrintState::confirmed, false, false, false, false},
        Row{PrintState::failed, false, false, false, false}}) {
    SCOPED_TRACE(name_of(row.from));
    EXPECT_EQ(may_settle(row.from, PrintOutcome::sent_to_printer), row.sent);
    EXPECT_EQ(may_settle(row.from, PrintOutcome::confirmed), row.confirmed);
    EXPECT_EQ(may_settle(row.from, PrintOutcome::failed), row.failed);
    EXPECT_EQ(may_settle(row.from, PrintOutcome::unknown), row.unknown);
  }
}

TEST(JournalSteps, SettlingIsIdempotentAndFinal) {
  LedgerRoom room;
  auto journal = room.open();
  auto const entry = journal.request(certificate()).value();
  ASSERT_TRUE(journal.mark_submitting(entry.id).ok());
  ASSERT_TRUE(journal.settle(entry.id, PrintOutcome::confirmed).ok());
  auto const events = journal.pending_count().value();
  EXPECT_TRUE(journal.settle(entry.id, PrintOutcome::confirmed).ok());
  EXPECT_EQ(journal.pending_count().value(), events);
  EXPECT_EQ(journal.settle(entry.id, PrintOutcome::failed).failure().code, FailureCode::not_permitted);
  EXPECT_EQ(state_of_print(journal, entry.id), PrintState::confirmed);
}

// Central takes the latest outcome for the true one.
TEST(JournalSteps, AClockThatIsSetBackMakesNoOutcomeAnEarlierOne) {
  struct Wandering final : Clock {
    mutable std::int64_t ms = 1'772'000'000'000;
    [[nodiscard]] Instant now() const override { return {ms -= 86'400'000}; }
    [[nodiscard]] Tick tick() const override { return {}; }
  };
  LedgerRoom const room;
  Wandering const clock;
  auto journal = Journal::open(room.file, room.paper, clock, room.logger).value();
  auto const entry = journal.request(certificate()).value();
  ASSERT_TRUE(journal.mark_submitting(entry.id));
  ASSERT_TRUE(journal.settle(entry.id, PrintOutcome::unknown));
  ASSERT_TRUE(journal.settle(entry.id, PrintOutcome::confirmed));
  auto const events = journal.pending_outbox(10).value();
  ASSERT_EQ(events.size(), 3U);
  EXPECT_LT(events[1].at, events[2].at);
}

TEST(JournalSteps, OpenAndUnknownPrintsAreListedApart) {
  LedgerRoom room;
  auto journal = room.open();
  auto const a = journal.request(certificate("44010625000001")).value();
  auto const b = journal.request(certificate("44010625000002")).value();
  ASSERT_TRUE(journal.mark_submitting(b.id).ok());
  ASSERT_TRUE(journal.settle(b.id, PrintOutcome::unknown).ok());
  ASSERT_EQ(journal.unsettled().value().size(), 1U);
  EXPECT_EQ(journal.unsettled().value().front().id, a.id);
  ASSERT_EQ(journal.unresolved().value().size(), 1U);
  EXPECT_EQ(journal.unresolved().value().front().id, b.id);
  EXPECT_NE(room.log_text().find("print_unresolved"), std::string::npos);
}

TEST(JournalSteps, WrongCallsAreRefusedByName) {
  LedgerRoom room;
  auto journal = room.open();
  EXPECT_EQ(journal.request(certificate("")).failure().code, FailureCode::input_invalid);
  EXPECT_EQ(journal.request(certificate(), 0).failure().code, FailureCode::input_invalid);
  EXPECT_EQ(journal.mark_submitting(EntryId::make()).failure().code, FailureCode::input_invalid);
  EXPECT_EQ(journal.settle(EntryId::make(), PrintOutcome::failed).failure().code, FailureCode::input_invalid);
  EXPECT_FALSE(journal.find(EntryId::make()).value().has_value());
}

}  // namespace
}  // namespace ce::journal
