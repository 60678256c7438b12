// The desk with a real ledger and a real IPP printer.
#include "kiosk/staff_desk/staff_desk.h"

#include "kiosk/drivers/printer/printer_bench.h"
#include "kiosk/journal/ledger_room.h"

namespace ce::staff_desk {
namespace {

namespace area = staff_area;

class StaffDeskTest : public drivers::PrinterBench {
 protected:
  test::LedgerRoom ledger_;
  SystemClock clock_;
  journal::Journal journal_ = ledger_.open();
  drivers::IppPrinter printer_ = make_printer(std::chrono::seconds{2});
  present::Words words_ =
      present::Words::parse(test::read_all(std::string{CE_SOURCE_DIR} + "/assets/strings/zh.toml")).value();
  printers::OffsetBook offsets_{ledger_.directory / "offsets", "ipp://test"};
  std::vector<std::string> power_off_{"true"};
  int noted_ = 0;
  std::optional<StaffDesk> desk_;

  void SetUp() override {
    ASSERT_TRUE(staff::PinFile{ledger_.directory.path()}.set(SecretText{"271828"}));
    DeskParts parts;
    parts.work = {&journal_,
                  &printer_,
                  &words_,
                  &clock_,
                  nullptr,
                  &offsets_,
                  50,
                  [](ports::PrinterStatus const&) { return Result<void>{}; },
                  ledger_.directory.path()};
    parts.machine = &clock_;
    parts.logger = &ledger_.logger;
    parts.power_off = power_off_;
    parts.version = "1.2.3";
    parts.around = [] {
      session::Surroundings around;
      around.central_online = true;
      return around;
    };
    parts.since_central = [] { return std::optional{std::chrono::seconds{4}}; };
    parts.noted = [this] { ++noted_; };
    desk_.emplace(std::move(parts), [] {});
    desk_->start();
  }

  /// What the desk answers to that, given as `A`.
  template <class A>
  A answer(area::Effect effect) {
    desk_->perform(std::move(effect), 7);
    for (int i = 0; i < 3000; ++i) {
      for (auto const& letter : desk_->take()) {
        EXPECT_EQ(letter.stay, 7U);
        if (auto const* found = std::get_if<A>(&letter.answer)) return *found;
        ADD_FAILURE() << "another answer";
        return {};
      }
      std::this_thread::sleep_for(std::chrono::milliseconds{10});
    }
    ADD_FAILURE() << "no answer";
    return {};
  }
  std::vector<protocol::NoteKind> notes() {
    std::vector<protocol::NoteKind> kinds;
    auto const events = journal_.pending_outbox(50).value();
    for (auto const& event : events) {
      if (auto const* noted = std::get_if<protocol::KioskNoted>(&event.what)) kinds.push_back(noted->kind);
    }
    return kinds;
  }
};

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
  staff::Order spoilt;
  spoilt.task = staff::Task::void_blank;
  spoilt.number = "GD-000400";
  spoilt.reason = "受潮起皱";
  auto const refused = answer<area::Told>(area::Obey{spoilt});
  EXPECT_FALSE(refused.good);
  EXPECT_NE(refused.text.find("GD-000400 没有打印过"), std::string::npos) << refused.text;
}

TEST_F(StaffDeskTest, PaperAndPausingAreToldAsTheyAre) {
  EXPECT_EQ(answer<area::PaperSeen>(area::SeePaper{}).next, "GD-000001");
  EXPECT_TRUE(answer<area::PausedNow>(area::SetPaused{true}).paused);
  EXPECT_FALSE(answer<area::PausedNow>(area::SetPaused{false}).paused);
}

TEST_F(StaffDeskTest, ShutDownRunsItsCommandAndSaysWhenThatFails) {
  EXPECT_TRUE(answer<area::Told>(area::PowerOff{}).good);
  power_off_ = {"false"};
  SetUp();
  EXPECT_FALSE(answer<area::Told>(area::PowerOff{}).good);
  power_off_ = {"/no/such/command"};
  SetUp();
  EXPECT_FALSE(answer<area::Told>(area::PowerOff{}).good);
}

}  // namespace
}  // namespace ce::staff_desk
