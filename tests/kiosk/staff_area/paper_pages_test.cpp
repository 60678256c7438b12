#include "kiosk/staff_area/blank_text.h"
#include "kiosk/staff_area/present.h"
#include "stay.h"
#include "support/files.h"

namespace ce::staff_area {
namespace {

present::Words words() {
  return present::Words::parse(test::read_all(std::string{CE_SOURCE_DIR} + "/assets/strings/zh.toml"))
      .value();
}

Stay at_paper(bool numbered = true) {
  Stay stay;
  stay.state.numbered = numbered;
  PaperSeen seen;
  seen.next = "N000042";
  stay.inside().open(Place::paper).when(Answer{seen});
  return stay;
}

TEST(BlankText, IsReadAsItIsPrinted) {
  auto const blank = parse_blank("GD-A-00000042");
  ASSERT_TRUE(blank);
  EXPECT_EQ(blank->prefix, "GD-A-");
  EXPECT_EQ(blank->digits, 8);
  EXPECT_EQ(blank->serial, 42);
  for (auto const* wrong :
       {"", "GD-A-", "N123", "N0000", "12A45", "n00042", "N0000000000042", "ABCDEFGHIJKLM0042"}) {
    EXPECT_FALSE(parse_blank(wrong)) << wrong;
  }
}

TEST(StaffPaper, ARangeIsLoadedByItsFirstAndLastNumber) {
  auto stay = at_paper();
  stay.choose(PaperTask::load).type("N000051").press(StaffKey::confirm);
  ASSERT_TRUE(stay.at<Loading>());
  EXPECT_TRUE(stay.at<Loading>()->at_last);
  EXPECT_EQ(stay.at<Loading>()->last, "N") << "the letters need not be typed again";
  stay.type("000050").press(StaffKey::confirm);
  EXPECT_FALSE(stay.asked<Obey>()) << "the last before the first";
  stay.press(StaffKey::erase).press(StaffKey::erase).type("99").press(StaffKey::confirm);
  ASSERT_TRUE(stay.asked<Obey>());
  auto const& order = stay.asked<Obey>()->order;
  EXPECT_EQ(order.task, staff::Task::load_paper);
  EXPECT_EQ(order.range.prefix, "N");
  EXPECT_EQ(order.range.digits, 6);
  EXPECT_EQ(order.range.first, 51);
  EXPECT_EQ(order.range.last, 99);
}

TEST(StaffPaper, ASheetIsVoidForAReason) {
  auto stay = at_paper();
  stay.choose(PaperTask::declare_void).type("N000041").press(StaffKey::confirm);
  ASSERT_TRUE(stay.at<Numbering>());
  EXPECT_TRUE(stay.at<Numbering>()->reasons);
  stay.choose(99);
  EXPECT_FALSE(stay.asked<Obey>());
  stay.choose(1);
  EXPECT_FALSE(stay.asked<Obey>()) << "nothing brings a void sheet back: it is asked once more";
  stay.press(StaffKey::back);
  ASSERT_TRUE(stay.at<Numbering>());
  EXPECT_TRUE(stay.at<Numbering>()->reasons) << "another reason";
  stay.press(StaffKey::back);
  EXPECT_FALSE(stay.at<Numbering>()->reasons) << "another number";
  EXPECT_EQ(stay.at<Numbering>()->number, "N000041");
  stay.press(StaffKey::confirm).choose(1).press(StaffKey::confirm);
  ASSERT_TRUE(stay.asked<Obey>());
  EXPECT_EQ(stay.asked<Obey>()->order.number, "N000041");
  EXPECT_EQ(stay.asked<Obey>()->order.reason, void_reasons.at(1));
}

TEST(StaffPaper, ALedgerThatWaitsIsTakenOverFromTheHealthPage) {
  Condition seen;
  auto stay = at_paper();
  stay.open(Place::health).when(Answer{seen}).press(StaffKey::confirm);
  EXPECT_TRUE(stay.at<HealthPage>()) << "a sound one is left alone";
  seen.ledger_problem = FailureCode::ledger_begun_anew;
  stay.when(Answer{seen}).press(StaffKey::confirm);
  ASSERT_TRUE(stay.at<Numbering>());
  EXPECT_TRUE(stay.asked<SeePaper>());
  PaperSeen paper;
  paper.next = "N000042";
  stay.when(Answer{paper});
  EXPECT_EQ(stay.at<Numbering>()->number, "") << "who is on numbered stock looks at the sheet";
  stay.type("N000043").press(StaffKey::confirm);
  ASSERT_TRUE(stay.asked<Obey>());
  EXPECT_EQ(stay.asked<Obey>()->order.task, staff::Task::accept_ledger);
  EXPECT_EQ(stay.asked<Obey>()->order.serial, 43);
  stay.when(Answer{Told{true, "ok"}}).press(StaffKey::confirm);
  EXPECT_TRUE(stay.at<HealthPage>());

  auto plain = at_paper(false);
  plain.open(Place::health).when(Answer{seen}).press(StaffKey::confirm).when(Answer{paper});
  EXPECT_EQ(plain.at<Numbering>()->number, "N000042") << "there is nothing to read off";
}

TEST(StaffPaper, TheExpectedSheetOnTopNeedsNoReasonAnotherDoes) {
  auto stay = at_paper();
  stay.choose(PaperTask::top_sheet).type("N000042").press(StaffKey::confirm);
  ASSERT_TRUE(stay.asked<Obey>());
  EXPECT_EQ(stay.asked<Obey>()->order.serial, 42);
  stay = at_paper();
  stay.choose(PaperTask::top_sheet).type("N000044").press(StaffKey::confirm);
  EXPECT_FALSE(stay.asked<Obey>());
  EXPECT_TRUE(stay.at<Numbering>()->reasons);
  stay = at_paper();
  stay.choose(PaperTask::top_sheet).type("M000044").press(StaffKey::confirm);
  EXPECT_FALSE(stay.at<Numbering>()->reasons) << "no sheet of the range in use";
}

// A number typed wrong would void a hundred sheets: how many is said before.
TEST(StaffPaper, SheetsThatArePassedOverAreCountedBeforeTheyAreVoid) {
  auto stay = at_paper();
  stay.choose(PaperTask::top_sheet).type("N000142").press(StaffKey::confirm).choose(0);
  EXPECT_FALSE(stay.asked<Obey>());
  auto const view = present(stay.state, {}, words());
  EXPECT_EQ(std::get<present::StaffPageView>(view.body).headline, "跳过并作废从 N000042 起的 100 张？");
  stay.press(StaffKey::confirm);
  ASSERT_TRUE(stay.asked<Obey>());
  EXPECT_EQ(stay.asked<Obey>()->order.serial, 142);
}

TEST(StaffPaper, OnPlainPaperNothingIsLoadedAndTheDayIsReported) {
  auto stay = at_paper(false);
  stay.choose(PaperTask::load);
  EXPECT_TRUE(stay.at<PaperPage>());
  stay.choose(PaperTask::report);
  ASSERT_TRUE(stay.asked<Obey>());
  EXPECT_EQ(stay.asked<Obey>()->order.task, staff::Task::report_paper);
}

TEST(StaffPaper, APlainKioskSaysNothingOfNumberedStock) {
  for (auto const place : {Place::menu, Place::printer}) {
    auto stay = at_paper(false);
    stay.open(place);
    auto const view = std::get<present::StaffPageView>(present(stay.state, {}, words()).body);
    for (auto const& card : view.cards) {
      EXPECT_EQ(card.hint.find("装入"), std::string::npos) << card.hint;
      EXPECT_EQ(card.hint.find("白纸"), std::string::npos) << card.hint;
    }
  }
}

TEST(StaffPaper, FromADaysReportTheDaysBeforeAreReachedAndNoDayToCome) {
  auto stay = at_paper();
  stay.choose(PaperTask::report).when(Answer{Told{true, "2026-11-26"}});
  stay.press(StaffKey::turn, 1);
  EXPECT_FALSE(stay.asked<Obey>()) << "tomorrow has none yet";
  stay.press(StaffKey::turn, -1);
  ASSERT_TRUE(stay.asked<Obey>());
  EXPECT_EQ(stay.asked<Obey>()->order.days_ago, 1);
  stay.when(Answer{Told{true, "2026-11-25"}}).press(StaffKey::turn, -1);
  ASSERT_TRUE(stay.asked<Obey>());
  EXPECT_EQ(stay.asked<Obey>()->order.days_ago, 2);
  stay.when(Answer{Told{true, "2026-11-24"}}).press(StaffKey::confirm);
  EXPECT_TRUE(stay.at<PaperPage>());
  stay.choose(PaperTask::load)
      .type("N000051")
      .press(StaffKey::confirm)
      .type("000051")
      .press(StaffKey::confirm);
  stay.when(Answer{Told{true, "x"}}).press(StaffKey::turn, -1);
  EXPECT_FALSE(stay.asked<Obey>()) << "what else is told has no days";
}

}  // namespace
}  // namespace ce::staff_area
