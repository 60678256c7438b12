#include "kiosk/staff/pause.h"

#include "kiosk/journal/ledger_room.h"
#include "kiosk/staff/serve_today.h"
#include "support/files.h"

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

TEST(ServeToday, TheDayThatStaffChoseIsKept) {
  test::TempDirectory const directory;
  EXPECT_FALSE(serves_on(directory.path()));
  auto const day = Date::parse_iso("2026-10-01").value();
  ASSERT_TRUE(serve_on(directory.path(), day));
  EXPECT_EQ(serves_on(directory.path()), day);
  test::write_all(directory / "serves-on", "2026-10");
  EXPECT_FALSE(serves_on(directory.path())) << "what cannot be read opens nothing";
  EXPECT_FALSE(serve_on(directory / "none", day));
}

}  // namespace
}  // namespace ce::staff
