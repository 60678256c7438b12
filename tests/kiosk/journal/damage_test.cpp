#include <gmock/gmock.h>

#include "kiosk/journal/paper_mark.h"
#include "kiosk/journal/schema.h"
#include "ledger_room.h"
#include "shared/storage/database.h"

namespace ce::journal {
namespace {

using test::certificate;
using test::LedgerRoom;
using test::read_all;
using test::write_all;

/// A journal with two prints, closed; gives the bytes of its file.
std::string used_journal(LedgerRoom const& room) {
  {
    auto journal = room.open();
    EXPECT_TRUE(journal.request(certificate("44010625000001")).ok());
    EXPECT_TRUE(journal.request(certificate("44010625000002")).ok());
  }
  return read_all(room.file);
}

void expect_set_aside(LedgerRoom const& room, std::string const& damaged) {
  write_all(room.file, damaged);
  auto journal = room.open();
  ASSERT_TRUE(journal.set_aside().has_value());
  EXPECT_EQ(read_all(*journal.set_aside()), damaged) << "what was there is kept byte for byte";
  EXPECT_THAT(room.log_text(), testing::HasSubstr("database_set_aside"));
  EXPECT_EQ(journal.request(certificate("44010625000003")).value().blank_number, "GD-000003")
      << "no blank number is handed out twice, whatever became of the journal";
  EXPECT_FALSE(room.open().set_aside().has_value());
}

TEST(JournalDamage, ATruncatedFileIsKeptAsideAndPaperGoesOn) {
  LedgerRoom const room;
  auto const whole = used_journal(room);
  expect_set_aside(room, whole.substr(0, whole.size() / 2));
}

TEST(JournalDamage, WhatCanStillBeReadIsTakenOver) {
  LedgerRoom const room;
  {
    auto journal = room.open();
    auto const first = journal.request(certificate("44010625000001")).value();
    ASSERT_TRUE(journal.settle(first.id, protocol::PrintOutcome::failed, FailureCode::printer_jammed));
    ASSERT_TRUE(journal.request(certificate("44010625000002")).ok());
  }
  // Central has taken the first event; of the index of blank numbers nothing is left.
  std::int64_t root = 0;
  {
    auto database = storage::Database::open(room.file, storage::Durability::full, migrations()).value();
    ASSERT_TRUE(database.execute("UPDATE outbox SET state = 'delivered' WHERE seq = 1"));
    auto page = database.prepare("SELECT rootpage FROM sqlite_master WHERE name = 'one_live_print'");
    ASSERT_TRUE(page.step().value());
    root = page.integer(0);
  }
  auto bytes = read_all(room.file);
  bytes.replace(static_cast<std::size_t>(root - 1) * 4096, 4096, std::string(4096, 'x'));
  write_all(room.file, bytes);

  auto journal = room.open();
  ASSERT_TRUE(journal.set_aside().has_value());
  EXPECT_EQ(read_all(*journal.set_aside()), bytes);
  EXPECT_EQ(journal.standing("44010625000002").value()->state, PrintState::requested);
  EXPECT_EQ(journal.request(certificate("44010625000002")).failure().code,
            FailureCode::certificate_not_printable)
      << "no print is made again";
  EXPECT_EQ(journal.pending_count().value(), 3) << "two that waited, and the note";
  EXPECT_EQ(journal.paper().value().void_, 1);
  EXPECT_TRUE(journal.check_chain());
  EXPECT_TRUE(journal.examine());
}

// Without it the service would go on in the file that was put aside, and nobody reads that again.
TEST(JournalDamage, WhatAnotherHasOpenIsNotSetAsideAndNothingIsPrintedByItAnyMore) {
  LedgerRoom const room;
  auto serving = room.open();
  ASSERT_TRUE(serving.request(certificate("44010625000001")).ok());
  ASSERT_TRUE(serving.ready());
  // Its log goes into the file, as at any checkpoint, and one of its pages goes bad.
  {
    auto database = storage::Database::open(room.file, storage::Durability::full, migrations()).value();
    ASSERT_TRUE(database.execute("PRAGMA wal_checkpoint(TRUNCATE)"));
  }
  auto bytes = read_all(room.file);
  bytes.replace(bytes.size() - 4096, 4096, std::string(4096, 'x'));
  write_all(room.file, bytes);
  auto const opened = room.try_open();
  ASSERT_FALSE(opened);
  EXPECT_EQ(opened.failure().code, FailureCode::storage_corrupt);
  EXPECT_EQ(read_all(room.file), bytes) << "where it was";
  EXPECT_EQ(serving.ready().failure().code, FailureCode::storage_corrupt);
}

TEST(JournalDamage, AnEmptyFileIsKeptAside) {
  LedgerRoom const room;
  used_journal(room);
  expect_set_aside(room, "");
}

TEST(JournalDamage, GarbageIsKeptAside) {
  LedgerRoom const room;
  auto whole = used_journal(room);
  for (std::size_t i = 4096; i < whole.size(); i += 3) whole[i] = '\x5a';
  expect_set_aside(room, whole);
}

TEST(JournalDamage, AFileThatIsNoDatabaseIsKeptAside) {
  LedgerRoom const room;
  used_journal(room);
  expect_set_aside(room, std::string(8192, 'x'));
}

TEST(JournalDamage, ANewerSchemaIsRefusedAndLeftAlone) {
  LedgerRoom const room;
  used_journal(room);
  {
    auto database = storage::Database::open(room.file, storage::Durability::full, migrations()).value();
    ASSERT_TRUE(database.execute("PRAGMA user_version = 99").ok());
  }
  auto const before = read_all(room.file);
  EXPECT_EQ(room.try_open().failure().code, FailureCode::storage_newer);
  EXPECT_EQ(read_all(room.file), before);
}

TEST(JournalDamage, AnUnreadablePaperMarkStopsThePaperRatherThanRepeatNumbers) {
  LedgerRoom const room;
  used_journal(room);
  write_all(room.file, "");
  write_all(paper_mark_file(room.file), "6 3");  // cut off
  auto journal = room.open();
  EXPECT_EQ(journal.request(certificate("44010625000003")).failure().code, FailureCode::paper_exhausted);
  ASSERT_TRUE(journal.load_paper({.prefix = "GD-", .digits = 6, .first = 501, .last = 600}).ok());
  EXPECT_EQ(journal.request(certificate("44010625000003")).value().blank_number, "GD-000501");
}

TEST(JournalDamage, AMarkThatCannotBeWrittenChangesNothing) {
  LedgerRoom const room;
  auto journal = room.open();
  std::filesystem::create_directory(paper_mark_file(room.file));  // in the way of the rename
  auto const refused = journal.request(certificate());
  EXPECT_EQ(refused.failure().code, FailureCode::ledger_unwritable) << describe(refused.failure());
  EXPECT_EQ(journal.paper().value().left, 500);
  EXPECT_EQ(journal.pending_count().value(), 0);
  std::filesystem::remove(paper_mark_file(room.file));
  EXPECT_EQ(journal.request(certificate()).value().blank_number, "GD-000001");
}

}  // namespace
}  // namespace ce::journal
