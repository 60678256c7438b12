// What a press on each key means, and what means nothing.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "named_samples.h"

namespace ce {
namespace {

using blind::portrait;
using blind::sample;

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
  expect_event<session::ToggleContrast>("panel", "contrast");
  expect_event<session::ToggleElder>("panel", "large_print");
  expect_event<session::ChooseSize>("panel", "size_extra_large");
  expect_event<session::ChooseLanguage>("panel", "language_english");
  expect_event<session::ToggleVoice>("panel", "voice");
  expect_event<session::ChangeVolume>("panel", "louder");
  expect_event<session::ShowPanel>("panel", "done");
  expect_event<session::Exit>("panel", "exit");
  expect_event<session::RepeatSpeech>("home-spoken", "repeat");
  expect_event<session::Back>("preview", "back");
  expect_event<session::Exit>("progress-complete", "exit");
  expect_event<session::ShowCertificates>("progress-complete", "certificates");
  expect_event<session::Erase>("entry-typed", "erase");
  expect_event<session::Clear>("entry-typed", "clear");
  expect_event<session::Confirm>("entry-password", "confirm");
  expect_event<session::Print>("preview", "print");
  expect_event<session::PaperTaken>("take-paper", "taken");
  expect_event<session::VerifyCertificate>("verify-valid", "again");
  expect_event<session::Retry>("fault-central_unreachable", "retry");
  expect_event<session::Exit>("fault-person_unknown", "leave");
  expect_event<session::Stay>("countdown", "stay");
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

}  // namespace
}  // namespace ce
