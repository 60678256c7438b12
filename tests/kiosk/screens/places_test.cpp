// Where things stand from screen to screen, and that they stand still.
#include <algorithm>

#include "named_samples.h"

namespace ce {
namespace {

using blind::place_of;
using blind::portrait;
using blind::sample;

void expect_in_a_row(std::string const& view, std::vector<std::string> const& keys) {
  blind::Stage stage(portrait);
  stage.settle(sample(view));
  for (auto const& key : keys) {
    ASSERT_TRUE(stage.target(key)) << view << ' ' << key;
    EXPECT_EQ(stage.target(key)->box.y, stage.target(keys.front())->box.y) << view << ' ' << key;
  }
}

TEST(Places, OfThreeStaffKeysNoneStandsAlone) {
  expect_in_a_row("set-up-printer", {"search", "page_out", "test"});
  expect_in_a_row("set-up-reader-silent", {"test", "skip", "anyway"});
}

// The sign with its words, however short they are; at the left edge of a wide card they look as if something
// were missing.
TEST(Places, AFaultStandsInTheMiddleOfAWidePanel) {
  for (auto const* name : {"fault-person_unknown", "fault-card_unreadable"}) {
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

// Whatever keys a screen has in its corners; on a wide panel the line stands between them.
TEST(Places, TheServiceLineStandsStillFromScreenToScreen) {
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
      for (auto const* name : {"progress-complete", "printing-middle", "printing-held", "take-card"}) {
        EXPECT_NEAR(place(name, false).x, first.x, 0.5F) << panel.name << ' ' << name;
        EXPECT_NEAR(place(name, false).y, first.y, 0.5F) << panel.name << ' ' << name;
      }
      EXPECT_NEAR(place("home", true).x, first.x, 0.5F) << panel.name << ", with a word for staff";
    }
  }
}

// On a wide panel in elder mode what is missing has the list's room.
TEST(Places, WhatIsMissingIsLargerWhereItStandsAlone) {
  session::Mode elder;
  elder.elder = true;
  auto const all = samples::progress_samples(elder);
  auto const minutes =
      std::find_if(all.begin(), all.end(), [](auto const& one) { return one.name == "progress-minutes"; });
  ASSERT_NE(minutes, all.end());
  auto const& view = minutes->view;
  blind::Stage stage({1920, 1080, 4.03F});
  stage.settle(view);
  auto const& first = std::get<present::ProgressView>(view.body).missing.front();
  auto const& said = stage.ui().inscriptions();
  auto const found =
      std::find_if(said.begin(), said.end(), [&](auto const& one) { return one.text == first; });
  ASSERT_NE(found, said.end());
  EXPECT_GT(found->em, stage.ui().theme().body);
}

TEST(Places, ElderModeStandsStill) {
  blind::Stage stage(portrait);
  session::Mode elder;
  elder.elder = true;
  for (auto const& one : samples::sample_views(elder)) {
    stage.settle(one.view);
    EXPECT_FALSE(stage.ui().next_pass()) << one.name << " moves";
  }
}

TEST(Places, TheInvitationMovesOnceASecondAtMost) {
  blind::Stage stage(portrait);
  stage.settle(sample("home"));
  ASSERT_TRUE(stage.ui().next_pass());
  EXPECT_GE(*stage.ui().next_pass() - stage.ui().now(), 0.99);
  stage.settle(sample("progress-complete"));
  EXPECT_FALSE(stage.ui().next_pass());
}

}  // namespace
}  // namespace ce
