#include <cstdlib>

#include "kiosk/journal/boot.h"
#include "kiosk/journal/paper_mark.h"
#include "kiosk/journal/schema.h"
#include "ledger_room.h"
#include "shared/storage/database.h"

namespace ce::journal {
namespace {

using protocol::NoteKind;
using test::certificate;
using test::LedgerRoom;

std::vector<NoteKind> notes(Journal const& journal) {
  std::vector<NoteKind> kinds;
  auto const events = journal.pending_outbox(1000).value();
  for (auto const& event : events) {
    if (auto const* noted = std::get_if<protocol::KioskNoted>(&event.what)) kinds.push_back(noted->kind);
  }
  return kinds;
}

/// Prints of the first `count` certificates of a county, none of which is settled.
void request_certificates(Journal& journal, int count) {
  for (int i = 1; i <= count; ++i) {
    ASSERT_TRUE(journal.request(certificate("4401062500000" + std::to_string(i))).ok());
  }
}

/// Delivers all that waits.
void deliver(Journal& journal) {
  auto const events = journal.pending_outbox(1000).value();
  for (auto const& event : events) ASSERT_TRUE(journal.mark_delivered(event.id));
}

protocol::LedgerHeld held_at(Journal const& journal, std::size_t index) {
  auto const event = journal.pending_outbox(1000).value().at(index);
  return {event.place->number, event.id};
}

/// An answer of central's to what was asked of this ledger just now.
Result<Compared> compare(Journal& journal, protocol::LedgerHeld const& held, std::int64_t delivered,
                         std::string const& boot, std::string const& epoch = {}) {
  return journal.compare({journal.newest_place().value().ledger, delivered, held, epoch}, boot);
}

TEST(Life, EventsAreNumberedWithoutGapsInALedgerThatKeepsItsId) {
  LedgerRoom const room;
  auto journal = room.open();
  EXPECT_EQ(journal.newest_place().value().number, 0);
  ASSERT_TRUE(journal.request(certificate()).ok());
  ASSERT_TRUE(journal.note(NoteKind::printer_accepted, "x"));
  auto const events = journal.pending_outbox(10).value();
  ASSERT_EQ(events.size(), 2U);
  EXPECT_EQ(events[0].place->number, 1);
  EXPECT_EQ(events[1].place->number, 2);
  EXPECT_EQ(journal.newest_place().value(), *events[1].place);
  EXPECT_EQ(room.open().newest_place().value().ledger, events[0].place->ledger);
  EXPECT_NE(LedgerRoom{}.open().newest_place().value().ledger, events[0].place->ledger);
}

TEST(Life, WhatCentralHasLostIsPendingAgainAndNothingElse) {
  LedgerRoom const room;
  auto journal = room.open();
  request_certificates(journal, 3);
  auto const held = held_at(journal, 0);
  deliver(journal);
  ASSERT_TRUE(journal.request(certificate("44010625000004")).ok());  // is not delivered yet
  EXPECT_EQ(journal.newest_delivered().value(), 3);
  auto const compared = compare(journal, held, 3, "boot").value();
  EXPECT_EQ(compared.standing, Standing::sound);
  EXPECT_EQ(compared.reopened, 2);
  EXPECT_EQ(journal.pending_count().value(), 4);  // 2, 3, 4 and the note of it
  EXPECT_EQ(notes(journal), std::vector{NoteKind::events_reopened});
  EXPECT_TRUE(journal.check_chain());
}

TEST(Life, OldDeliveredEventsGoAndTheNewestStay) {
  LedgerRoom const room;
  auto journal = room.open();
  request_certificates(journal, 4);
  auto const events = journal.pending_outbox(10).value();
  ASSERT_TRUE(journal.mark_refused(events[0].id, "no"));
  for (std::size_t i = 1; i < 4; ++i) ASSERT_TRUE(journal.mark_delivered(events[i].id));
  EXPECT_EQ(journal.drop_delivered(30).value(), 0) << "they are of today";
  EXPECT_EQ(journal.drop_delivered(0).value(), 2) << "the newest one central is compared by";
  EXPECT_EQ(journal.refused_count().value(), 1) << "staff still see it";
  EXPECT_EQ(journal.newest_place().value().number, 4);
  EXPECT_EQ(journal.newest_delivered().value(), 4);
  ASSERT_TRUE(journal.request(certificate("44010625000005")).ok());
  EXPECT_EQ(journal.pending_outbox(10).value().at(0).place->number, 5) << "no number is used twice";
  EXPECT_EQ(journal.standing("44010625000002").value()->state, PrintState::requested) << "prints stay";
  EXPECT_TRUE(journal.check_chain());
}

TEST(Life, CentralOfAnOldBackupIsToldWhatIsTooOldToBeKept) {
  LedgerRoom const room;
  auto journal = room.open();
  request_certificates(journal, 3);
  auto const held = held_at(journal, 0);
  deliver(journal);
  ASSERT_EQ(journal.drop_delivered(0).value(), 2);
  auto const compared = compare(journal, held, 3, "boot").value();
  EXPECT_EQ(compared.standing, Standing::sound) << "an event that is dropped is no sign of an old copy";
  EXPECT_EQ(compared.reopened, 1);
  auto const events = journal.pending_outbox(10).value();
  auto const& noted = std::get<protocol::KioskNoted>(events.at(1).what);
  EXPECT_EQ(noted.detail, "1 after event 1; 1 are too old to be kept here");
}

TEST(Life, ADeliveryThatOvertookTheHeartbeatReopensNothing) {
  LedgerRoom const room;
  auto journal = room.open();
  ASSERT_TRUE(journal.request(certificate()).ok());
  deliver(journal);  // after central drew up its answer
  EXPECT_EQ(compare(journal, {}, 0, "boot").value().reopened, 0);
  EXPECT_EQ(journal.pending_count().value(), 0);
}

TEST(Life, AnOldCopyIsNoticedAndPrintsNothingUntilStaffTakeItOver) {
  LedgerRoom const room;
  auto journal = room.open();
  ASSERT_TRUE(journal.request(certificate()).ok());
  auto const before = journal.newest_place().value().ledger;
  ASSERT_TRUE(journal.ready());
  auto const compared = compare(journal, {5, EntryId::make()}, 0, "boot").value();
  EXPECT_EQ(compared.standing, Standing::outdated);
  EXPECT_EQ(journal.ready().failure().code, FailureCode::ledger_outdated);
  EXPECT_EQ(room.open().ready().failure().code, FailureCode::ledger_outdated) << "a restart does not help";
  EXPECT_FALSE(journal.confirmed("boot").value());
  EXPECT_EQ(notes(journal), std::vector{NoteKind::ledger_outdated});
  EXPECT_EQ(journal.take_over(1).failure().code, FailureCode::input_invalid) << "1 is gone";
  ASSERT_TRUE(journal.take_over(7));
  EXPECT_TRUE(journal.ready());
  EXPECT_NE(journal.newest_place().value().ledger, before);
  EXPECT_EQ(journal.next_blank().value(), "GD-000007");
  EXPECT_EQ(journal.take_over(8).failure().code, FailureCode::not_permitted);
}

TEST(Life, AnAnswerAboutTheLedgerThatStaffTookOverMeanwhileSaysNothing) {
  LedgerRoom const room;
  auto journal = room.open();
  ASSERT_TRUE(journal.request(certificate()).ok());
  auto const asked = journal.newest_place().value().ledger;
  ASSERT_EQ(compare(journal, {5, EntryId::make()}, 0, "boot").value().standing, Standing::outdated);
  ASSERT_TRUE(journal.take_over(7));
  auto const waiting = journal.pending_count().value();
  EXPECT_EQ(journal.compare({asked, 1, {5, EntryId::make()}, {}}, "boot").value().standing, Standing::sound);
  EXPECT_TRUE(journal.ready());
  EXPECT_FALSE(journal.confirmed("boot").value()) << "nor does it confirm the new one";
  EXPECT_EQ(journal.pending_count().value(), waiting);
}

TEST(Life, GrantsThatAreKeptEndWithTheLedgerAndWithCentralsStore) {
  LedgerRoom const room;
  auto journal = room.open();
  auto const first = journal.era().value();
  ASSERT_TRUE(compare(journal, {}, 0, "boot", "one"));
  EXPECT_EQ(journal.epoch().value(), "one");
  ASSERT_TRUE(compare(journal, {}, 0, "boot"));  // a central of before does not say
  EXPECT_EQ(room.open().era().value(), first) << "the first store that is heard of forgot none";
  ASSERT_TRUE(compare(journal, {}, 0, "boot", "two"));
  auto const second = journal.era().value();
  EXPECT_NE(second, first);
  EXPECT_EQ(journal.epoch().value(), "two");
  ASSERT_TRUE(compare(journal, {}, 0, "boot", "two"));
  EXPECT_EQ(journal.era().value(), second);
  ASSERT_EQ(compare(journal, {5, EntryId::make()}, 0, "boot", "two").value().standing, Standing::outdated);
  ASSERT_TRUE(journal.take_over(7));
  EXPECT_NE(journal.era().value(), second);
  EXPECT_NE(LedgerRoom{}.open().era().value(), first);
}

// The copy of a disk from before the restore: what came since is not told at first, and it must not print
// meanwhile.
TEST(Life, AnotherStoreOfCentralsConfirmsTheLedgerByItsSecondAnswer) {
  LedgerRoom const room;
  auto journal = room.open();
  request_certificates(journal, 1);
  auto const held = held_at(journal, 0);
  deliver(journal);
  ASSERT_FALSE(compare(journal, held, 1, "boot", "one").value().ask_again);
  ASSERT_TRUE(journal.confirmed("boot").value());
  auto const first = compare(journal, held, 1, "boot", "two").value();
  EXPECT_EQ(first.standing, Standing::sound);
  EXPECT_TRUE(first.ask_again);
  EXPECT_FALSE(journal.confirmed("boot").value());
  EXPECT_FALSE(compare(journal, held, 1, "boot", "two").value().ask_again);
  EXPECT_TRUE(journal.confirmed("boot").value());
  EXPECT_EQ(compare(journal, {5, EntryId::make()}, 1, "boot", "two").value().standing, Standing::outdated);
}

TEST(Life, AnotherEventAtTheSamePlaceIsAnOldCopyToo) {
  LedgerRoom const room;
  auto journal = room.open();
  ASSERT_TRUE(journal.request(certificate()).ok());
  EXPECT_EQ(compare(journal, {1, EntryId::make()}, 0, "boot").value().standing, Standing::outdated);
}

TEST(Life, AStartOfTheMachineWithoutANameIsNeverConfirmed) {
  LedgerRoom const room;
  auto journal = room.open();
  EXPECT_FALSE(journal.confirmed("").value()) << "nobody asked central yet";
  ASSERT_TRUE(compare(journal, {}, 0, ""));
  EXPECT_FALSE(journal.confirmed("").value()) << "the next start would have the same";
}

TEST(BootId, IsTheUnitsWordWhereTheKernelsIsHidden) {
  auto const kernels = boot_id();
  ASSERT_EQ(kernels.size(), 32U);
  auto dashed = kernels;
  for (auto const at : {20U, 16U, 12U, 8U}) dashed.insert(at, "-");
  ::setenv("CE_BOOT_ID", dashed.c_str(), 1);
  EXPECT_EQ(boot_id("/nowhere"), kernels) << "as the command line beside the service says it";
  ::setenv("CE_BOOT_ID", "another", 1);
  EXPECT_EQ(boot_id(), kernels) << "the kernel knows better";
  ::unsetenv("CE_BOOT_ID");
  EXPECT_EQ(boot_id("/nowhere"), "");
}

TEST(Life, ItIsConfirmedForThisStartOfTheMachineOnly) {
  LedgerRoom const room;
  auto journal = room.open();
  EXPECT_FALSE(journal.confirmed("monday").value());
  ASSERT_TRUE(compare(journal, {}, 0, "monday"));
  EXPECT_TRUE(journal.confirmed("monday").value());
  EXPECT_TRUE(room.open().confirmed("monday").value());
  EXPECT_FALSE(journal.confirmed("tuesday").value());
}

TEST(Life, ALedgerBegunAnewWaitsForStaff) {
  LedgerRoom const room;
  {
    auto journal = room.open();
    ASSERT_TRUE(journal.request(certificate()).ok());
  }
  test::write_all(room.file, "damaged");
  auto journal = room.open();
  ASSERT_TRUE(journal.set_aside());
  EXPECT_EQ(journal.ready().failure().code, FailureCode::ledger_begun_anew);
  EXPECT_EQ(notes(journal), std::vector{NoteKind::ledger_set_aside});
  ASSERT_TRUE(journal.take_over(2));
  EXPECT_TRUE(journal.ready());
}

TEST(Life, ALineThatWasAlteredIsFoundInTheBackgroundAndEndsPrinting) {
  LedgerRoom const room;
  auto journal = room.open();
  ASSERT_TRUE(journal.request(certificate()).ok());
  EXPECT_TRUE(journal.examine());
  {
    auto other = storage::Database::open(room.file, storage::Durability::full, migrations()).value();
    ASSERT_TRUE(other.execute("UPDATE print SET state = 'confirmed'"));
  }
  EXPECT_EQ(journal.examine().failure().code, FailureCode::storage_corrupt);
  EXPECT_EQ(journal.ready().failure().code, FailureCode::storage_corrupt);
  EXPECT_TRUE(std::filesystem::exists(condemned_file(room.file)));
}

}  // namespace
}  // namespace ce::journal
