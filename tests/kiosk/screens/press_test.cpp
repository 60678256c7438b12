#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "stage.h"
#include "tests/kiosk/samples/sample_views.h"

namespace ce {
namespace {

using session::Event;

present::View sample(std::string const& name) {
  for (auto const& one : samples::sample_views(session::Mode{})) {
    if (one.name == name) return one.view;
  }
  ADD_FAILURE() << "no sample " << name;
  return {};
}

widgets::Display const portrait{1080, 1920, 4.03F};

template <class Expected>
void expect_event(std::string const& view, std::string const& key) {
  blind::Stage stage(portrait);
  auto const outcome = stage.press(sample(view), key);
  ASSERT_TRUE(outcome) << key << " on " << view << " does nothing";
  EXPECT_TRUE(std::holds_alternative<Expected>(*outcome)) << key << " on " << view;
}

TEST(Press, EveryKeySaysWhatItMeans) {
  expect_event<session::UseIdNumber>("home", "use_number");
  expect_event<session::VerifyCertificate>("home", "verify");
  expect_event<session::ToggleElder>("home", "elder");
  expect_event<session::ShowPanel>("home", "display");
  expect_event<session::ToggleContrast>("shown-panel", "contrast");
  expect_event<session::ToggleElder>("shown-panel", "large_print");
  expect_event<session::ChooseSize>("shown-panel", "size_extra_large");
  expect_event<session::ChooseLanguage>("shown-panel", "language_english");
  expect_event<session::ToggleVoice>("shown-panel", "voice");
  expect_event<session::ChangeVolume>("shown-panel", "louder");
  expect_event<session::ShowPanel>("shown-panel", "done");
  expect_event<session::Exit>("shown-panel", "exit");
  expect_event<session::RepeatSpeech>("shown-home-spoken", "repeat");
  expect_event<session::Back>("progress-complete", "back");
  expect_event<session::Exit>("progress-complete", "exit");
  expect_event<session::ShowCertificates>("progress-complete", "certificates");
  expect_event<session::Erase>("entry-typed", "erase");
  expect_event<session::Clear>("entry-typed", "clear");
  expect_event<session::Confirm>("entry-password", "confirm");
  expect_event<session::Print>("preview", "print");
  expect_event<session::PaperTaken>("take-paper", "taken");
  expect_event<session::VerifyCertificate>("verify-valid", "again");
  expect_event<session::Retry>("fault-central", "retry");
  expect_event<session::Exit>("fault-unknown", "leave");
  expect_event<session::Stay>("countdown", "stay");
}

void expect_in_a_row(std::string const& view, std::vector<std::string> const& keys) {
  blind::Stage stage(portrait);
  stage.settle(sample(view));
  for (auto const& key : keys) {
    ASSERT_TRUE(stage.target(key)) << view << ' ' << key;
    EXPECT_EQ(stage.target(key)->box.y, stage.target(keys.front())->box.y) << view << ' ' << key;
  }
}

TEST(Press, OfThreeStaffKeysNoneStandsAlone) {
  expect_in_a_row("set-up-printer", {"search", "page_out", "test"});
  expect_in_a_row("set-up-reader-silent", {"test", "skip", "anyway"});
}

// The sign with its words, however short they are; at the left edge of a wide card they look as if something
// were missing.
TEST(Press, AFaultStandsInTheMiddleOfAWidePanel) {
  for (auto const* name : {"fault-unknown", "fault-card"}) {
    blind::Stage stage({1920, 1080, 4.03F});
    auto const view = sample(name);
    stage.settle(view);
    auto const& advice = std::get<present::FaultView>(view.body).advice;
    auto const& said = stage.ui().inscriptions();
    auto const found =
        std::find_if(said.begin(), said.end(), [&](auto const& one) { return one.text == advice; });
    ASSERT_NE(found, said.end());
    EXPECT_GT(found->used.x, 1920 * 0.36F) << name;
  }
}

/// Where that text stands.
widgets::Point place_of(blind::Stage const& stage, std::string const& text) {
  for (auto const& inscription : stage.ui().inscriptions()) {
    if (inscription.text == text) return inscription.used.centre();
  }
  ADD_FAILURE() << text << " is not on the screen";
  return {};
}

// Whatever keys a screen has in its corners; on a wide panel the line stands between them.
TEST(Press, TheServiceLineStandsStillFromScreenToScreen) {
  for (auto const& panel : blind::panels()) {
    for (bool const elder : {false, true}) {
      blind::Stage stage(panel.display);
      auto const place = [&](std::string const& name, bool staff_words) {
        auto view = sample(name);
        view.frame.elder = elder;
        if (staff_words) view.frame.staff_lines = {"证书纸余 37 张"};
        stage.settle(view);
        return place_of(stage, view.frame.footer);
      };
      auto const first = place("home", false);
      for (auto const* name : {"progress-complete", "printing-middle", "printing-held", "shown-take-card"}) {
        EXPECT_NEAR(place(name, false).x, first.x, 0.5F) << panel.name << ' ' << name;
        EXPECT_NEAR(place(name, false).y, first.y, 0.5F) << panel.name << ' ' << name;
      }
      EXPECT_NEAR(place("home", true).x, first.x, 0.5F) << panel.name << ", with a word for staff";
    }
  }
}

TEST(Press, KeypadSendsItsCharacters) {
  blind::Stage stage(portrait);
  for (char const character : std::string("0123456789X")) {
    auto const outcome = stage.press(sample("entry-empty"), std::string("key_") + character);
    ASSERT_TRUE(outcome) << character;
    ASSERT_TRUE(std::holds_alternative<session::Key>(*outcome));
    EXPECT_EQ(std::get<session::Key>(*outcome).character, character);
  }
}

TEST(Press, YearsPagesAndPrintsCarryTheirNumber) {
  blind::Stage stage(portrait);
  auto const year = stage.press(sample("progress-incomplete"), "year_2024");
  ASSERT_TRUE(year && std::holds_alternative<session::ShowYear>(*year));
  EXPECT_EQ(std::get<session::ShowYear>(*year).year, 2024);
  auto const next = stage.press(sample("progress-incomplete"), "next_page");
  ASSERT_TRUE(next && std::holds_alternative<session::TurnPage>(*next));
  EXPECT_EQ(std::get<session::TurnPage>(*next).by, 1);
  auto const back = stage.press(sample("progress-many"), "previous_page");
  ASSERT_TRUE(back && std::holds_alternative<session::TurnPage>(*back));
  EXPECT_EQ(std::get<session::TurnPage>(*back).by, -1);
  auto const print = stage.press(sample("progress-complete"), "print");
  ASSERT_TRUE(print && std::holds_alternative<session::ChoosePrint>(*print));
  EXPECT_EQ(std::get<session::ChoosePrint>(*print).year, 2026);
  auto const row = stage.press(sample("certificates"), "print_2025");
  ASSERT_TRUE(row && std::holds_alternative<session::ChoosePrint>(*row));
  EXPECT_EQ(std::get<session::ChoosePrint>(*row).year, 2025);
}

/// As few as the presenter puts on a page where type is larger.
void fewer_records(present::View& view) {
  auto* progress = std::get_if<present::ProgressView>(&view.body);
  if (progress != nullptr) progress->records.erase(progress->records.begin(), progress->records.begin() + 2);
}

TEST(Press, PagesAreTurnedByAFingerThatIsDrawnAcross) {
  blind::Stage stage(portrait);
  float const far = 20 * portrait.px_per_mm;
  for (auto const& [name, word] :
       {std::pair{"progress-many", "建筑抗震设计规范宣讲会"}, std::pair{"certificates", "2024 年度证书"}}) {
    auto view = sample(name);
    if (auto* list = std::get_if<present::CertificatesView>(&view.body))
      list->paging = {1, 3, "第 2 / 3 页", "上一页", "下一页"};
    stage.settle(view);
    auto const at = place_of(stage, word);
    auto const on = stage.draw_along(view, at, {-far, 0});
    ASSERT_TRUE(on && std::holds_alternative<session::TurnPage>(*on)) << name;
    EXPECT_EQ(std::get<session::TurnPage>(*on).by, 1);
    auto const back = stage.draw_along(view, at, {far, far * 0.3F});
    ASSERT_TRUE(back && std::holds_alternative<session::TurnPage>(*back)) << name;
    EXPECT_EQ(std::get<session::TurnPage>(*back).by, -1);
    EXPECT_FALSE(stage.draw_along(view, at, {-far * 0.4F, 0})) << "a finger that only shook";
    EXPECT_FALSE(stage.draw_along(view, at, {-far, far})) << "neither across nor down";
    view.frame.elder = true;
    fewer_records(view);
    stage.settle(view);
    EXPECT_TRUE(stage.draw_along(view, place_of(stage, word), {-far, 0})) << "elder mode";
  }
}

TEST(Press, AFingerDrawnFromAKeyOrPastTheLastPageTurnsNothing) {
  blind::Stage stage(portrait);
  float const far = 20 * portrait.px_per_mm;
  auto const first = sample("progress-incomplete");
  stage.settle(first);
  auto const record = place_of(stage, "建筑抗震设计规范宣讲会");
  EXPECT_FALSE(stage.draw_along(first, record, {far, 0}));
  auto const next = stage.target("next_page")->box.centre();
  EXPECT_FALSE(stage.draw_along(first, next, {-far * 3, 0}));
  auto const person = place_of(stage, "440***********0014");
  EXPECT_FALSE(stage.draw_along(first, person, {-far, 0})) << "not on the list";
  auto const last = sample("progress-rare");
  stage.settle(last);
  EXPECT_FALSE(stage.draw_along(last, record, {-far, 0}));
}

TEST(Press, TheRecordsGoWithTheFingerAndStayWhereThereAreNoMore) {
  blind::Stage stage(portrait);
  auto const moved = [&](std::string const& name, bool elder) {
    auto view = sample(name);
    view.frame.elder = elder;
    auto& records = std::get<present::ProgressView>(view.body).records;
    if (elder)
      records.erase(records.begin(), records.begin() + 2);  // fewer on a page, as the presenter has them
    stage.settle(view);
    auto const at = place_of(stage, "建筑抗震设计规范宣讲会");
    stage.pass(view, {at, true});
    stage.pass(view, {{at.x - 100, at.y}, true});
    float const by = place_of(stage, "建筑抗震设计规范宣讲会").x - at.x;
    stage.pass(view, {{-1, -1}, true});
    stage.pass(view, {{-1, -1}, false});
    return by;
  };
  EXPECT_NEAR(moved("progress-incomplete", false), -100, 1);
  EXPECT_NEAR(moved("progress-rare", false), -15, 1) << "the last page";
  EXPECT_EQ(moved("progress-many", true), 0) << "elder mode stands still";
}

TEST(Press, YearsThatHaveNoTabAreReachedFromTheEnds) {
  blind::Stage stage(portrait);
  auto view = sample("progress-years");
  auto& tabs = std::get<present::ProgressView>(view.body).years;
  for (auto& tab : tabs) tab.chosen = tab.year == tabs.front().year;
  std::set<int> reached;
  for (int steps = 0; steps < 20; ++steps) {
    stage.settle(view);
    for (auto const& target : stage.ui().targets()) {
      if (target.id.starts_with("year_")) reached.insert(std::stoi(target.id.substr(5)));
    }
    if (!stage.target("older_years")->enabled) break;
    auto const older = stage.press(view, "older_years");
    ASSERT_TRUE(older && std::holds_alternative<session::ShowYear>(*older));
    int const year = std::get<session::ShowYear>(*older).year;
    EXPECT_EQ(reached.count(year), 0U) << "the next that was not there";
    for (auto& tab : tabs) tab.chosen = tab.year == year;
  }
  EXPECT_EQ(reached.size(), 16U);
  EXPECT_TRUE(stage.target("newer_years")->enabled);
}

TEST(Press, WhatIsNotOfferedIsNotThereAndWhatIsOffDoesNothing) {
  blind::Stage stage(portrait);
  stage.settle(sample("progress-incomplete"));
  EXPECT_FALSE(stage.target("print"));
  EXPECT_FALSE(stage.target("previous_page")->enabled);
  EXPECT_FALSE(stage.press(sample("preview-blocked"), "print"));
  EXPECT_FALSE(stage.press(sample("entry-empty"), "confirm"));
  stage.settle(sample("certificates"));
  EXPECT_FALSE(stage.target("print_2024"));
  stage.settle(sample("home"));
  EXPECT_FALSE(stage.target("exit"));
}

TEST(Press, ReleasedElsewhereIsNoPress) {
  blind::Stage stage(portrait);
  auto const view = sample("home");
  stage.settle(view);
  auto const from = stage.target("use_number")->box.centre();
  auto const to = stage.target("verify")->box.centre();
  EXPECT_FALSE(stage.pass(view, {from, true}));
  EXPECT_FALSE(stage.pass(view, {to, true}));
  EXPECT_FALSE(stage.pass(view, {to, false}));
}

TEST(Press, UnderACountdownOnlyStayingIsPossibleAndAnyTouchStays) {
  blind::Stage stage(portrait);
  auto const view = sample("countdown");
  stage.settle(view);
  ASSERT_EQ(stage.ui().targets().size(), 1U);
  EXPECT_EQ(stage.ui().targets().front().id, "stay");
  widgets::Point const corner{20, 1200};
  EXPECT_FALSE(stage.pass(view, {corner, true}));
  auto const outcome = stage.pass(view, {corner, false});
  ASSERT_TRUE(outcome);
  EXPECT_TRUE(std::holds_alternative<session::Stay>(*outcome));
}

TEST(Press, NameAndNumberShowOnlyWhileHeld) {
  blind::Stage stage(portrait);
  auto const view = sample("progress-rare");
  auto const shows = [&](std::string const& text) {
    for (auto const& inscription : stage.ui().inscriptions()) {
      if (inscription.text == text) return true;
    }
    return false;
  };
  stage.settle(view);
  EXPECT_FALSE(shows("陈䶮𫖯"));
  EXPECT_TRUE(shows("440***********0014"));
  stage.hold(view, stage.target("reveal")->box.centre());
  EXPECT_TRUE(shows("陈䶮𫖯"));
  EXPECT_TRUE(shows("440524188001010014"));
  stage.pass(view, {});
  EXPECT_FALSE(shows("陈䶮𫖯"));
}

TEST(Press, ElderModeStandsStill) {
  blind::Stage stage(portrait);
  session::Mode elder;
  elder.elder = true;
  for (auto const& one : samples::sample_views(elder)) {
    stage.settle(one.view);
    EXPECT_FALSE(stage.ui().next_pass()) << one.name << " moves";
  }
}

TEST(Press, TheInvitationMovesOnceASecondAtMost) {
  blind::Stage stage(portrait);
  stage.settle(sample("home"));
  ASSERT_TRUE(stage.ui().next_pass());
  EXPECT_GE(*stage.ui().next_pass() - stage.ui().now(), 0.99);
  stage.settle(sample("progress-complete"));
  EXPECT_FALSE(stage.ui().next_pass());
}

}  // namespace
}  // namespace ce
