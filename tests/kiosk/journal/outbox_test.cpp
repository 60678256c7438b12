#include "kiosk/journal/schema.h"
#include "ledger_room.h"
#include "shared/storage/database.h"

namespace ce::journal {
namespace {

using protocol::PrintOutcome;
using test::certificate;
using test::LedgerRoom;

TEST(JournalOutbox, HoldsBothEventsOfAPrintInOrder) {
  LedgerRoom room;
  auto journal = room.open();
  auto const entry = journal.request(certificate()).value();
  ASSERT_TRUE(journal.mark_submitting(entry.id).ok());
  ASSERT_TRUE(journal.settle(entry.id, PrintOutcome::failed, FailureCode::printer_jammed).ok());

  auto const events = journal.pending_outbox(10).value();
  ASSERT_EQ(events.size(), 2U);
  EXPECT_EQ(events[0].id, entry.id) << "the print is named by its first event";
  EXPECT_EQ(std::get<protocol::PrintRequested>(events[0].what),
            (protocol::PrintRequested{"44010625000001", 1, "GD-000001"}));
  EXPECT_EQ(std::get<protocol::PrintSettled>(events[1].what),
            (protocol::PrintSettled{entry.id, PrintOutcome::failed, FailureCode::printer_jammed}));
  EXPECT_EQ(journal.pending_outbox(1).value().size(), 1U);
}

TEST(JournalOutbox, DeliveredAndRefusedEventsLeaveTheQueueAndStayInTheFile) {
  LedgerRoom room;
  auto journal = room.open();
  auto const a = journal.request(certificate("44010625000001")).value();
  auto const b = journal.request(certificate("44010625000002")).value();
  auto const c = journal.request(certificate("44010625000003")).value();
  ASSERT_TRUE(journal.mark_refused(a.id, "no such certificate").ok());
  ASSERT_TRUE(journal.mark_delivered(b.id).ok());
  ASSERT_TRUE(journal.mark_refused(b.id, "too late").ok());  // closed already: stays delivered

  auto const left = room.open().pending_outbox(10).value();
  ASSERT_EQ(left.size(), 1U);
  EXPECT_EQ(left.front().id, c.id);
  EXPECT_EQ(journal.refused_count().value(), 1);
  EXPECT_EQ(journal.pending_count().value(), 1);
}

// The audit's case: everything behind it stayed in the kiosk for ever.
TEST(JournalOutbox, OneThatCannotBeReadIsKeptForStaffAndHoldsUpNothing) {
  LedgerRoom room;
  auto journal = room.open();
  auto const a = journal.request(certificate("44010625000001")).value();
  auto const b = journal.request(certificate("44010625000002")).value();
  {
    auto other = storage::Database::open(room.file, storage::Durability::full, migrations()).value();
    auto spoil = other.prepare("UPDATE outbox SET body = '{' WHERE id = $1");
    ASSERT_TRUE(spoil.bind(1, a.id.text()).run());
  }
  auto const left = journal.pending_outbox(1).value();
  ASSERT_EQ(left.size(), 1U);
  EXPECT_EQ(left.front().id, b.id);
  EXPECT_EQ(journal.pending_count().value(), 1);
  auto const refused = journal.refused().value();
  ASSERT_EQ(refused.size(), 1U);
  EXPECT_EQ(refused.front().id, a.id);
  EXPECT_TRUE(refused.front().problem.starts_with("unreadable: ")) << refused.front().problem;
  EXPECT_NE(room.log_text().find("outbox_refused"), std::string::npos);
}

}  // namespace
}  // namespace ce::journal
