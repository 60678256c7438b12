#include "kiosk/staff/pause.h"

#include "kiosk/journal/ledger_room.h"

namespace ce::staff {
namespace {

TEST(Pause, HoldsOverARestartAndIsToldOnce) {
  test::LedgerRoom room;
  auto journal = room.open();
  auto const& place = room.directory.path();
  EXPECT_FALSE(is_paused(place));
  ASSERT_TRUE(pause(place, true, journal));
  ASSERT_TRUE(pause(place, true, journal));
  EXPECT_TRUE(is_paused(place));
  ASSERT_TRUE(pause(place, false, journal));
  EXPECT_FALSE(is_paused(place));
  std::vector<protocol::NoteKind> kinds;
  auto const events = journal.pending_outbox(10);
  ASSERT_TRUE(events);
  for (auto const& event : *events) {
    if (auto const* noted = std::get_if<protocol::KioskNoted>(&event.what)) kinds.push_back(noted->kind);
  }
  EXPECT_EQ(kinds, (std::vector{protocol::NoteKind::staff_paused, protocol::NoteKind::staff_resumed}));
}

}  // namespace
}  // namespace ce::staff
