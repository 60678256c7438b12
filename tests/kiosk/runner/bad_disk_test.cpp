// A disk that the ledger cannot be written to: nothing is printed, the screen says why, and nothing is lost.
#include "desk_bench.h"
#include "faults/disk/faulty_disk.h"

namespace ce::runner {
namespace {

using protocol::NoteKind;
using test::Strike;
namespace faulty_disk = test::faulty_disk;

/// Before the first database is opened.
struct DiskThatFails {
  DiskThatFails() { faulty_disk::install(); }
};

class BadDisk : DiskThatFails, public DeskBench {
 protected:
  ~BadDisk() override { faulty_disk::mend(); }
  std::vector<NoteKind> noted() {
    std::vector<NoteKind> kinds;
    auto const pending = journal_.pending_outbox(50).value();
    for (auto const& event : pending) {
      if (auto const* note = std::get_if<protocol::KioskNoted>(&event.what)) kinds.push_back(note->kind);
    }
    return kinds;
  }
};

TEST_F(BadDisk, PausesPrintingWithAMessageUntilItIsMended) {
  open_desk();
  faulty_disk::plan({.strike = Strike::io_error, .at = 1, .lasting = true, .seed = 1, .lying = false});
  desk_->print(certificate(), visit);
  auto const ended = end();
  EXPECT_EQ(ended.outcome, protocol::PrintOutcome::failed);
  EXPECT_EQ(ended.cause, FailureCode::ledger_unwritable);
  EXPECT_TRUE(read_until([this] { return board_.now().printer_problem == FailureCode::ledger_unwritable; }));
  faulty_disk::mend();
  EXPECT_TRUE(read_until([this] { return !board_.now().printer_problem; }));
  desk_->print(certificate(), visit);
  EXPECT_EQ(end().outcome, protocol::PrintOutcome::sent_to_printer);
  EXPECT_EQ(documents("printed").size(), 1U);
  EXPECT_EQ(noted(), (std::vector{NoteKind::service_paused, NoteKind::service_resumed}));
  EXPECT_TRUE(journal_.check_chain());
}

// The ledger itself writes nothing while nobody prints.
TEST_F(BadDisk, PausesBeforeAnybodyPrintsWhereAnotherFileMetIt) {
  open_desk();
  EXPECT_TRUE(read_until([this] { return !board_.now().printer_problem; }));
  journal_.doubt_disk({FailureCode::storage_corrupt, "a copy that is begun anew"});
  EXPECT_TRUE(journal_.ready()) << "a write that goes well ends the doubt";
  faulty_disk::plan({.strike = Strike::io_error, .at = 1, .lasting = true, .seed = 1, .lying = false});
  EXPECT_TRUE(journal_.ready()) << "nobody has met it yet";
  journal_.doubt_disk({FailureCode::storage_fault, "the heartbeat's number"});
  EXPECT_TRUE(read_until([this] { return board_.now().printer_problem == FailureCode::ledger_unwritable; }));
  faulty_disk::mend();
  EXPECT_TRUE(read_until([this] { return !board_.now().printer_problem; }));
  EXPECT_EQ(noted(), (std::vector{NoteKind::service_paused, NoteKind::service_resumed}));
  desk_->print(certificate(), visit);
  EXPECT_EQ(end().outcome, protocol::PrintOutcome::sent_to_printer);
}

}  // namespace
}  // namespace ce::runner
