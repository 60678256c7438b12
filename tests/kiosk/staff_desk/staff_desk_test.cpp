// The desk with a real ledger and a real IPP printer.
#include "kiosk/staff/serve_today.h"
#include "kiosk/staff_desk/desk_bench.h"

namespace ce::staff_desk {
namespace {

TEST_F(StaffDeskTest, EveryTryAtTheDoorIsToldToCentralWithoutThePin) {
  EXPECT_TRUE(answer<area::DoorStood>(area::LookAtDoor{}).pin_set);
  auto const wrong = answer<area::PinJudged>(area::JudgePin{SecretText{"314159"}});
  EXPECT_FALSE(wrong.right);
  EXPECT_EQ(wrong.locked.count(), 30);
  EXPECT_GT(answer<area::DoorStood>(area::LookAtDoor{}).locked.count(), 0);
  std::filesystem::remove(ledger_.directory / "staff-tries");
  EXPECT_TRUE(answer<area::PinJudged>(area::JudgePin{SecretText{"271828"}}).right);
  EXPECT_EQ(notes(), (std::vector{protocol::NoteKind::staff_refused, protocol::NoteKind::staff_entered}));
  EXPECT_EQ(noted_, 2);
  EXPECT_EQ(ledger_.log_text().find("314159"), std::string::npos);
}

TEST_F(StaffDeskTest, HealthIsWhatPrinterAndLedgerSay) {
  auto const seen = answer<area::Condition>(area::SeeCondition{});
  EXPECT_TRUE(seen.online);
  EXPECT_FALSE(seen.printer_problem);
  EXPECT_FALSE(seen.printer_make.empty());
  EXPECT_FALSE(seen.ledger_problem);
  EXPECT_GT(seen.disk_size, seen.disk_free);
  EXPECT_EQ(seen.paper_left, 500);
  EXPECT_EQ(seen.version, "1.2.3");
  kill();
  EXPECT_EQ(answer<area::Condition>(area::SeeCondition{}).printer_problem, FailureCode::printer_unreachable);
}

TEST_F(StaffDeskTest, OrdersSayWhatTheCommandLineSays) {
  staff::Order report;
  report.task = staff::Task::report_paper;
  auto const told = answer<area::Told>(area::Obey{report});
  EXPECT_TRUE(told.good);
  EXPECT_NE(told.text.find("剩余 500"), std::string::npos) << told.text;
  EXPECT_NE(told.text.find("下一张 GD-000001"), std::string::npos) << told.text;
  report.days_ago = 1;
  auto const yesterday = answer<area::Told>(area::Obey{report});
  auto const day = Date::from_days(china_date(SystemClock{}.now()).days() - 1);
  EXPECT_TRUE(yesterday.text.starts_with(day.iso() + "  使用 0")) << yesterday.text;
  EXPECT_EQ(yesterday.text.find("下一张"), std::string::npos) << "that is today's: " << yesterday.text;
  staff::Order spoilt;
  spoilt.task = staff::Task::void_blank;
  spoilt.number = "GD-000400";
  spoilt.reason = "受潮起皱";
  auto const refused = answer<area::Told>(area::Obey{spoilt});
  EXPECT_FALSE(refused.good);
  EXPECT_NE(refused.text.find("GD-000400 没有打印过"), std::string::npos) << refused.text;
}

TEST_F(StaffDeskTest, APrinterIsAcceptedAsItWasLookedAt) {
  settings_.printer_uri = "ipp://127.0.0.1/ipp/print";
  auto const seen = answer<area::PrinterSeen>(area::SeePrinter{});
  EXPECT_TRUE(seen.problem.empty()) << seen.problem;
  EXPECT_FALSE(seen.make.empty());
  EXPECT_FALSE(seen.uuid.empty());
  EXPECT_EQ(seen.address, "ipp://127.0.0.1/ipp/print");
  staff::Order accept;
  accept.task = staff::Task::accept_printer;
  accept.printer = "urn:uuid:another";
  auto const refused = answer<area::Told>(area::Obey{accept});
  EXPECT_FALSE(refused.good);
  EXPECT_NE(refused.text.find("另一台"), std::string::npos) << refused.text;
  EXPECT_TRUE(notes().empty());
  accept.printer = seen.uuid;
  auto const done = answer<area::Told>(area::Obey{accept});
  EXPECT_TRUE(done.good) << done.text;
  EXPECT_EQ(notes(), std::vector{protocol::NoteKind::printer_accepted});
  kill();
  EXPECT_FALSE(answer<area::PrinterSeen>(area::SeePrinter{}).problem.empty());
}

TEST_F(StaffDeskTest, PaperAndPausingAreToldAsTheyAre) {
  EXPECT_EQ(answer<area::PaperSeen>(area::SeePaper{}).next, "GD-000001");
  EXPECT_TRUE(answer<area::PausedNow>(area::SetPaused{true}).paused);
  EXPECT_FALSE(answer<area::PausedNow>(area::SetPaused{false}).paused);
}

TEST_F(StaffDeskTest, ServingTodayIsKeptAndToldEvenWhereTheDiskRefuses) {
  auto const today = china_date(SystemClock{}.now());
  (void)answer<area::ServesToday>(area::ServeToday{});
  EXPECT_EQ(staff::serves_on(ledger_.directory.path()), today);
  auto const kept = ledger_.directory / "serves-on";
  std::filesystem::remove(kept);
  std::filesystem::create_directories(kept / "in-the-way");
  (void)answer<area::ServesToday>(area::ServeToday{});
  EXPECT_EQ(notes(),
            (std::vector{protocol::NoteKind::settings_changed, protocol::NoteKind::settings_changed}));
}

TEST_F(StaffDeskTest, ShutDownRunsItsCommandAndSaysWhenThatFails) {
  EXPECT_TRUE(answer<area::Told>(area::PowerOff{}).good);
  settings_.staff.power_off = {"false"};
  SetUp();
  EXPECT_FALSE(answer<area::Told>(area::PowerOff{}).good);
  settings_.staff.power_off = {"/no/such/command"};
  SetUp();
  EXPECT_FALSE(answer<area::Told>(area::PowerOff{}).good);
}

}  // namespace
}  // namespace ce::staff_desk
