// By the four keys alone: every target of every screen is reached, said and chosen as a finger would.
#include <gtest/gtest.h>
#include <imgui.h>

#include <set>

#include "../screens/stage.h"
#include "kiosk/guide/guide.h"
#include "listener.h"
#include "tests/kiosk/samples/sample_views.h"

namespace ce::guide {
namespace {

session::Mode listening(session::Language language, bool elder) {
  session::Mode mode;
  mode.language = language;
  mode.elder = elder;
  mode.keys = true;
  return mode;
}

/// Walks one screen; the ids in the order in which they were reached.
void walk(blind::Stage& stage, samples::Sample const& sample, session::Mode const& mode) {
  Listener listener;
  Guide guide{listener};
  session::State state;
  state.mode = mode;
  auto const& words = samples::shipped_vocabulary().of(mode.language);
  stage.settle(sample.view);
  auto const targets = stage.ui().targets();
  auto const show = [&] { guide.shown({sample.view, targets, state, words, {}}); };
  show();
  EXPECT_NE(listener.last().find(sample.view.speech.text), std::string::npos);
  for (auto const& target : targets) {
    EXPECT_FALSE(guide.step(StepKey::next, state, words));
    show();
    ASSERT_EQ(guide.focus(), target.id) << "in the order of the targets";
    EXPECT_NE(listener.last().find(target.label), std::string::npos) << listener.last();
    auto const at = guide.step(StepKey::choose, state, words);
    ASSERT_EQ(at.has_value(), target.enabled) << target.id;
    if (at) {
      EXPECT_TRUE(target.box.contains(*at)) << target.id;
    }
  }
  guide.step(StepKey::next, state, words);
  EXPECT_EQ(guide.focus(), targets.front().id) << "round again";
  guide.step(StepKey::back, state, words);
  EXPECT_EQ(guide.focus(), targets.back().id);
}

TEST(Walk, EveryTargetOfEveryScreenIsReached) {
  for (auto const language : {session::Language::chinese, session::Language::english}) {
    for (bool const elder : {false, true}) {
      auto const mode = listening(language, elder);
      blind::Stage stage({1080, 1920, 4.03F});
      for (auto const& sample : samples::visit_samples(mode)) {
        SCOPED_TRACE(sample.name + (elder ? ", elder" : ""));
        walk(stage, sample, mode);
      }
    }
  }
}

TEST(Walk, TheWayOutIsTheLastOfTheScreen) {
  blind::Stage stage({1080, 1920, 4.03F});
  for (auto const& sample : samples::visit_samples(listening(session::Language::chinese, false))) {
    if (sample.name != "progress-minutes") continue;
    stage.settle(sample.view);
    std::vector<std::string> order;
    for (auto const& target : stage.ui().targets()) order.push_back(target.id);
    EXPECT_EQ(order.front(), "reveal");
    EXPECT_EQ(std::set(order.end() - 3, order.end()), (std::set<std::string>{"exit", "repeat", "display"}));
  }
}

TEST(Walk, TheRingIsDrawnRoundTheTarget) {
  blind::Stage stage({1080, 1920, 4.03F});
  auto const sample = samples::visit_samples({}).front();
  stage.settle(sample.view);
  int const without = stage.picture().TotalVtxCount;
  stage.focus("use_number");
  stage.settle(sample.view);
  EXPECT_GT(stage.picture().TotalVtxCount, without);
}

}  // namespace
}  // namespace ce::guide
