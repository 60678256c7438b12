#include "kiosk/journal/schema.h"
#include "ledger_room.h"
#include "shared/storage/database.h"

namespace ce::journal {
namespace {

using protocol::PrintOutcome;
using test::certificate;
using test::LedgerRoom;

/// A journal with one whole print, closed, and then changed by somebody with SQL.
std::string finding_after(std::string_view tampering) {
  LedgerRoom room;
  auto journal = room.open();
  auto const entry = journal.request(certificate()).value();
  EXPECT_TRUE(journal.mark_submitting(entry.id).ok());
  EXPECT_TRUE(journal.settle(entry.id, PrintOutcome::sent_to_printer).ok());
  {
    auto other = storage::Database::open(room.file, storage::Durability::full, migrations()).value();
    auto const done = other.execute(tampering);
    EXPECT_TRUE(done.ok()) << describe(done.failure());
  }
  auto const checked = journal.check_chain();
  return checked ? "sound" : describe(checked.failure());
}

constexpr std::string_view unlock = "DROP TRIGGER audit_fixed; DROP TRIGGER audit_kept;";

TEST(JournalAudit, AnUntouchedLedgerIsSound) {
  LedgerRoom room;
  auto journal = room.open();
  auto const a = journal.request(certificate("44010625000001")).value();
  ASSERT_TRUE(journal.settle(a.id, PrintOutcome::failed, FailureCode::internal_fault).ok());
  ASSERT_TRUE(journal.request(certificate("44010625000001")).ok());
  EXPECT_TRUE(journal.check_chain().ok());
}

TEST(JournalAudit, TheFileRefusesToChangeOrDropALine) {
  LedgerRoom room;
  auto const journal = room.open();
  auto other = storage::Database::open(room.file, storage::Durability::full, migrations()).value();
  EXPECT_FALSE(other.execute("UPDATE audit SET what = 'nothing'").ok());
  EXPECT_FALSE(other.execute("DELETE FROM audit").ok());
}

TEST(JournalAudit, FindsAlteredLostAndCutOffLines) {
  auto with = [](std::string_view sql) { return finding_after(std::string{unlock} + std::string{sql}); };
  EXPECT_EQ(with("UPDATE audit SET what = replace(what, 'copy 1', 'copy 2') WHERE seq = 2"),
            "storage_corrupt: audit chain: line 2 was altered");
  EXPECT_EQ(with("DELETE FROM audit WHERE seq = 3"), "storage_corrupt: audit chain: line 3 is missing");
  EXPECT_NE(with("DELETE FROM audit WHERE seq = 4").find("is not as its last line says"), std::string::npos);
  EXPECT_NE(with("UPDATE print SET state = 'failed'").find("is not as its last line says"),
            std::string::npos);
}

}  // namespace
}  // namespace ce::journal
