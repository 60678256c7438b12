#include "kiosk/staff_area/present.h"
#include "stay.h"
#include "support/files.h"

namespace ce::staff_area {
namespace {

using std::chrono::seconds;

TEST(StaffDoor, NothingIsTypedBeforeTheDeskHasLooked) {
  Stay stay;
  stay.when(DoorOpened{});
  EXPECT_TRUE(stay.asked<LookAtDoor>());
  stay.type("27");
  EXPECT_EQ(stay.at<AtDoor>()->typed.reveal(), "");
  stay.when(Answer{DoorStood{true, {}}}).type("27");
  EXPECT_EQ(stay.at<AtDoor>()->typed.reveal(), "27");
}

TEST(StaffDoor, ThePinGoesToTheDeskOnceAndIsNotKept) {
  Stay stay;
  stay.when(DoorOpened{}).when(Answer{DoorStood{true, {}}}).type("271828").press(StaffKey::confirm);
  ASSERT_TRUE(stay.asked<JudgePin>());
  EXPECT_EQ(stay.asked<JudgePin>()->pin.reveal(), "271828");
  EXPECT_EQ(stay.at<AtDoor>()->typed.reveal(), "");
  stay.type("1").press(StaffKey::confirm);
  EXPECT_FALSE(stay.asked<JudgePin>()) << "while it is judged nothing else is tried";
  EXPECT_TRUE(stay.when(Answer{PinJudged{true, {}}}).at<Menu>());
}

TEST(StaffDoor, AWrongPinLocksTheKeysUntilTheTimeIsOver) {
  Stay stay;
  stay.when(DoorOpened{}).when(Answer{DoorStood{true, {}}}).type("111222").press(StaffKey::confirm);
  stay.when(Answer{PinJudged{false, seconds{20}}}).type("2");
  ASSERT_TRUE(stay.at<AtDoor>());
  EXPECT_TRUE(stay.at<AtDoor>()->wrong);
  EXPECT_EQ(stay.at<AtDoor>()->typed.reveal(), "");
  stay.after(seconds{20}).type("2");
  EXPECT_EQ(stay.at<AtDoor>()->typed.reveal(), "2");
}

TEST(StaffDoor, WithoutAPinNobodyGetsIn) {
  Stay stay;
  stay.when(DoorOpened{}).when(Answer{DoorStood{false, {}}}).type("271828").press(StaffKey::confirm);
  EXPECT_FALSE(stay.asked<JudgePin>());
  stay.open(Place::health);
  EXPECT_TRUE(stay.at<AtDoor>()) << "no page is reached past the door";
}

TEST(StaffDoor, ClosesByItselfSoonAndTheAreaLater) {
  Stay stay;
  stay.when(DoorOpened{}).after(seconds{29});
  EXPECT_TRUE(stay.at<AtDoor>());
  stay.after(seconds{1});
  EXPECT_TRUE(stay.at<Closed>());
  EXPECT_TRUE(stay.asked<Leave>());
  stay.inside().after(seconds{100}).when(Touched{}).after(seconds{119});
  EXPECT_TRUE(stay.at<Menu>());
  EXPECT_EQ(seconds_left(stay.state, stay.now), 1);
  EXPECT_TRUE(stay.after(seconds{1}).at<Closed>());
  EXPECT_FALSE(next_deadline(stay.state, stay.now));
}

TEST(StaffPages, EachAsksForWhatItShows) {
  Stay stay;
  stay.inside();
  EXPECT_TRUE(stay.open(Place::health).asked<SeeCondition>());
  EXPECT_TRUE(stay.open(Place::prints).asked<SeePrints>());
  EXPECT_TRUE(stay.open(Place::paper).asked<SeePaper>());
  EXPECT_TRUE(stay.open(Place::log).asked<SeeLog>());
  stay.choose(3);
  ASSERT_TRUE(stay.asked<SeeLog>());
  EXPECT_EQ(stay.asked<SeeLog>()->least, 3);
  EXPECT_TRUE(stay.press(StaffKey::back).at<Menu>());
  EXPECT_TRUE(stay.press(StaffKey::back).asked<Leave>());
}

TEST(StaffPages, WhatRunsLowIsALineBeforeItHoldsASheetUp) {
  auto const words =
      present::Words::parse(test::read_all(std::string{CE_SOURCE_DIR} + "/assets/strings/zh.toml")).value();
  auto const printer = [&](Condition const& seen) {
    Stay stay;
    stay.inside().open(Place::health).when(Answer{seen});
    return std::get<present::StaffPageView>(present(stay.state, {}, words).body).rows.at(1);
  };
  Condition seen;
  seen.printer_make = "Kiosk One";
  seen.toner_percent = 7;
  seen.toner_low = true;
  EXPECT_EQ(printer(seen).state.text, "墨粉快用完了");
  EXPECT_EQ(printer(seen).state.tone, present::Tone::notice);
  EXPECT_EQ(printer(seen).text, "Kiosk One，墨粉 7%。仍可打印，请备好墨粉盒。");
  seen.tray_low = true;
  EXPECT_EQ(printer(seen).state.text, "墨粉和纸快用完了");
  seen.toner_low = false;
  EXPECT_EQ(printer(seen).state.text, "纸快用完了");
  EXPECT_EQ(printer(seen).text, "Kiosk One，墨粉 7%。仍可打印，请准备加纸。");
  seen.printer_problem = FailureCode::printer_out_of_toner;
  EXPECT_EQ(printer(seen).state.text, "不能打印");
  seen = {};
  EXPECT_EQ(printer(seen).state.text, "正常");
}

TEST(StaffPages, ALateAnswerChangesNoOtherPage) {
  Stay stay;
  stay.inside().open(Place::health).press(StaffKey::back).when(Answer{Condition{}});
  EXPECT_TRUE(stay.at<Menu>());
  stay.press(StaffKey::leave).when(Answer{Told{true, "x"}});
  EXPECT_TRUE(stay.at<Closed>());
}

TEST(StaffPages, AListIsTurnedToItsEndsAndNoFurther) {
  auto const turned_to = [](Stay& stay, int by, auto const& page) {
    return page(stay.press(StaffKey::turn, by));
  };
  Stay stay;
  auto const cards = [](Stay const& at) { return at.at<CardsPage>()->page; };
  stay.inside().open(Place::cards).when(Answer{CardsSeen{std::vector<staff::StaffCard>(cards_per_page + 1)}});
  for (auto const& [by, page] : {std::pair{-1, 0}, std::pair{1, 1}, std::pair{1, 1}, std::pair{-1, 0}}) {
    EXPECT_EQ(turned_to(stay, by, cards), page);
  }
  auto const log = [](Stay const& at) { return at.at<LogPage>()->page; };
  stay.open(Place::log).when(Answer{LogSeen{{}, std::vector<LogLine>(2 * log_lines_per_page)}});
  for (auto const& [by, page] : {std::pair{1, 1}, std::pair{1, 1}, std::pair{-1, 0}, std::pair{-1, 0}}) {
    EXPECT_EQ(turned_to(stay, by, log), page) << "two whole pages are no three";
  }
  stay.open(Place::cards).when(Answer{CardsSeen{}});
  EXPECT_EQ(turned_to(stay, 1, cards), 0) << "an empty list has one page";
}

TEST(StaffPages, AnOpenPrintIsSettledByWhatStaffSaw) {
  journal::PrintEntry const entry{EntryId::make(), journal::PrintState::unknown, {}, 1, {}, {}, {}, {}, {}};
  for (auto const ending : {Ending::came_out, Ending::no_sheet}) {
    Stay stay;
    stay.inside().open(Place::prints).when(Answer{PrintsSeen{{entry}}}).choose(0);
    ASSERT_TRUE(stay.at<OnePrint>());
    stay.choose(ending);
    ASSERT_TRUE(stay.asked<Obey>());
    EXPECT_EQ(stay.asked<Obey>()->order.task, staff::Task::settle_print);
    EXPECT_EQ(stay.asked<Obey>()->order.print, entry.id.text());
    EXPECT_EQ(stay.asked<Obey>()->order.came_out, ending == Ending::came_out);
    stay.choose(ending);
    EXPECT_FALSE(stay.asked<Obey>()) << "a second touch orders nothing";
    stay.when(Answer{Told{true, "已登记"}});
    ASSERT_TRUE(stay.at<Said>());
    EXPECT_TRUE(stay.press(StaffKey::confirm).asked<SeePrints>()) << "and back to the list, seen anew";
  }
}

TEST(StaffPages, TheOffsetIsTypedAsItIsRead) {
  Stay stay;
  stay.state.numbered = true;
  stay.inside().open(Place::printer);
  ASSERT_TRUE(stay.asked<SeeSettings>());
  EXPECT_TRUE(stay.choose(PrinterTask::offset).at<PrinterPage>()) << "not before the desk knows the settings";
  stay.when(Answer{SettingsSeen{}}).choose(PrinterTask::offset).type("1.5").press(StaffKey::confirm);
  stay.type("-0.4").press(StaffKey::confirm);
  ASSERT_TRUE(stay.asked<SaveItem>());
  EXPECT_EQ(stay.asked<SaveItem>()->id, items::ItemId::calibration);
  EXPECT_EQ(stay.asked<SaveItem>()->draft.right, "1.5");
  EXPECT_EQ(stay.asked<SaveItem>()->draft.down, "-0.4");
  stay.when(Answer{ItemSaved{items::Verdict{true, "已登记"}}});
  ASSERT_TRUE(stay.at<Said>()) << "nothing has to be started anew for it";
  EXPECT_TRUE(stay.press(StaffKey::confirm).at<PrinterPage>());
  stay.choose(PrinterTask::offset).press(StaffKey::back);
  EXPECT_TRUE(stay.at<PrinterPage>()) << "the way back is the way in";
}

// Nothing brings the old one back but asking again: which one it is stands there before.
TEST(StaffPages, AnotherPrinterIsShownBeforeItIsAccepted) {
  auto const words =
      present::Words::parse(test::read_all(std::string{CE_SOURCE_DIR} + "/assets/strings/zh.toml")).value();
  Stay stay;
  stay.inside().open(Place::printer).choose(PrinterTask::accept);
  EXPECT_FALSE(stay.asked<Obey>());
  ASSERT_TRUE(stay.asked<SeePrinter>());
  EXPECT_FALSE(stay.press(StaffKey::confirm).asked<Obey>()) << "nobody has seen it yet";
  stay.when(Answer{PrinterSeen{"打印机没有应答", {}, {}, "ipp://10.0.0.9/ipp/print"}});
  EXPECT_FALSE(stay.press(StaffKey::confirm).asked<Obey>()) << "nor can anybody see it";
  ASSERT_TRUE(stay.choose(0).asked<SeePrinter>());
  stay.when(Answer{PrinterSeen{{}, "Kiosk Two", "urn:uuid:2", "ipp://10.0.0.9/ipp/print"}});
  auto const view = present(stay.state, {}, words);
  auto const& page = std::get<present::StaffPageView>(view.body);
  ASSERT_EQ(page.rows.size(), 3U);
  EXPECT_EQ(page.rows[0].text, "Kiosk Two");
  EXPECT_EQ(page.rows[1].text, "ipp://10.0.0.9/ipp/print");
  EXPECT_EQ(page.rows[2].text, "urn:uuid:2");
  auto kept = stay;
  EXPECT_TRUE(kept.press(StaffKey::back).at<PrinterPage>());
  EXPECT_FALSE(kept.asked<Obey>());
  stay.press(StaffKey::confirm);
  ASSERT_TRUE(stay.asked<Obey>());
  EXPECT_EQ(stay.asked<Obey>()->order.task, staff::Task::accept_printer);
  EXPECT_EQ(stay.asked<Obey>()->order.printer, "urn:uuid:2") << "that one and no other";
}

TEST(StaffPages, ANewPinIsTypedTwiceAlike) {
  Stay stay;
  stay.inside().open(Place::settings).press(StaffKey::confirm).type("111111").press(StaffKey::confirm);
  EXPECT_FALSE(stay.at<NewPin>()->at_again) << "no PIN that anybody would try first";
  stay.press(StaffKey::clear).type("314159").press(StaffKey::confirm).type("314158").press(StaffKey::confirm);
  EXPECT_FALSE(stay.asked<Obey>());
  stay.press(StaffKey::erase).type("9").press(StaffKey::confirm);
  ASSERT_TRUE(stay.asked<Obey>());
  EXPECT_EQ(stay.asked<Obey>()->order.pin.reveal(), "314159");
}

TEST(StaffPages, PausingIsToldByTheDeskAndStays) {
  Stay stay;
  stay.inside().open(Place::service).press(StaffKey::confirm);
  ASSERT_TRUE(stay.asked<SetPaused>());
  EXPECT_TRUE(stay.asked<SetPaused>()->paused);
  EXPECT_FALSE(stay.state.paused) << "not before it is so";
  stay.when(Answer{PausedNow{true}});
  EXPECT_TRUE(stay.state.paused);
  EXPECT_TRUE(stay.at<ServicePage>());
  stay.press(StaffKey::leave).inside().open(Place::service).press(StaffKey::confirm);
  ASSERT_TRUE(stay.asked<SetPaused>());
  EXPECT_FALSE(stay.asked<SetPaused>()->paused);
}

TEST(StaffPages, ServingTodayWaitsForTheDesk) {
  Stay stay;
  stay.inside().open(Place::service).press(StaffKey::choose);
  ASSERT_TRUE(stay.asked<ServeToday>());
  EXPECT_TRUE(is_working(stay.state.stage));
  stay.when(Answer{ServesToday{}});
  EXPECT_TRUE(stay.at<ServicePage>());
}

TEST(StaffPages, RestartAndShutDownAreAskedTwice) {
  Stay stay;
  stay.inside().open(Place::machine).choose(MachineTask::power_off);
  EXPECT_FALSE(stay.asked<PowerOff>());
  stay.press(StaffKey::back);
  EXPECT_TRUE(stay.at<MachinePage>());
  stay.choose(MachineTask::power_off).press(StaffKey::confirm);
  EXPECT_TRUE(stay.asked<PowerOff>());
  stay.when(Answer{Told{false, "没有办成"}}).press(StaffKey::confirm).choose(MachineTask::restart);
  EXPECT_FALSE(stay.asked<Restart>());
  EXPECT_TRUE(stay.press(StaffKey::confirm).asked<Restart>());
}

TEST(StaffPages, TrainingIsAskedTwice) {
  Stay stay;
  stay.inside().open(Place::machine).choose(MachineTask::train);
  EXPECT_FALSE(stay.asked<Train>());
  stay.press(StaffKey::back).choose(MachineTask::train).press(StaffKey::confirm);
  EXPECT_TRUE(stay.asked<Train>());
  EXPECT_FALSE(stay.asked<Restart>());
  EXPECT_FALSE(stay.asked<PowerOff>());
}

}  // namespace
}  // namespace ce::staff_area
