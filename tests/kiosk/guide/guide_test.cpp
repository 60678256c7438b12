// What is said, when, and to whom.
#include "kiosk/guide/guide.h"

#include <gtest/gtest.h>

#include "kiosk/present/present.h"
#include "listener.h"
#include "tests/kiosk/samples/sample_views.h"

namespace ce::guide {
namespace {

using namespace session;

class Listening : public testing::Test {
 protected:
  Listener listener_;
  Guide guide_{listener_};
  State state_;
  std::vector<widgets::Target> targets_{{"a", "甲", {0, 0, 10, 10}, true, {}, false},
                                        {"b", "乙", {20, 0, 10, 10}, false, {}, false}};
  Tick now_{};

  Listening() { state_.surroundings.central_online = true; }
  present::Words const& words() { return samples::shipped_vocabulary().of(state_.mode.language); }
  void show() {
    auto const view = present::present(state_, {"大厅", Instant{1'795'413'900'000}, now_}, words());
    guide_.shown({view, targets_, state_, words(), now_});
  }
  void step(StepKey key) { guide_.step(key, state_, words()); }
};

TEST_F(Listening, ScreensSpeakInElderModeAndWhereAsked) {
  show();
  EXPECT_TRUE(listener_.heard.empty());
  state_.mode.elder = true;
  show();
  show();
  ASSERT_EQ(listener_.heard.size(), 1U) << "once";
  EXPECT_EQ(listener_.heard[0].recording, "home");
  EXPECT_EQ(listener_.heard[0].volume, 4);
  state_.mode.voice = false;
  show();
  EXPECT_EQ(listener_.heard.size(), 1U);
  EXPECT_GT(listener_.stops, 0);
  state_.mode = {};
  state_.voice.speaks = Speaks::always;
  state_.mode.language = Language::english;
  show();
  EXPECT_EQ(listener_.heard.back().tongue, ports::Tongue::english);
}

TEST_F(Listening, AnotherScreenEndsWhatTheLastSaid) {
  state_.mode.voice = true;
  show();
  int const before = listener_.stops;
  state_.stage = VerifyEntry{};
  show();
  EXPECT_EQ(listener_.stops, before + 1);
  EXPECT_EQ(listener_.heard.back().recording, "verify_entry");
  state_.stage = VerifyEntry{"123", FailureCode::certificate_number_invalid};
  show();
  EXPECT_EQ(listener_.last(), words()[present::Word::verify_number_invalid]);
}

TEST_F(Listening, TheCountdownIsSpoken) {
  state_.mode.voice = true;
  state_.stage = VerifyEntry{};
  show();
  state_.countdown = true;
  show();
  EXPECT_EQ(listener_.heard.back().recording, "countdown");
  auto const said = listener_.heard.size();
  now_ += std::chrono::seconds{1};
  show();
  EXPECT_EQ(listener_.heard.size(), said) << "not with every second";
}

TEST_F(Listening, RepeatSaysItAgain) {
  state_.mode.voice = true;
  show();
  guide_.say_again();
  ASSERT_EQ(listener_.heard.size(), 2U);
  EXPECT_EQ(listener_.heard[0].text, listener_.heard[1].text);
}

TEST_F(Listening, ACardLeftBehindIsAskedForAgainAndAgain) {
  state_.stage = TakeCard{};
  show();
  ASSERT_EQ(listener_.heard.size(), 1U) << "whoever listens";
  ASSERT_TRUE(guide_.next());
  now_ = *guide_.next();
  show();
  EXPECT_EQ(listener_.heard.size(), 2U);
  state_.stage = Home{};
  show();
  EXPECT_FALSE(guide_.next());
  EXPECT_EQ(listener_.heard.size(), 2U);
}

TEST_F(Listening, TheHallHearsNothingOfAPersonAndAHeadsetHearsAll) {
  Mode spoken;
  spoken.voice = true;
  for (auto const language : {Language::chinese, Language::english}) {
    spoken.language = language;
    for (auto const& sample : samples::visit_samples(spoken)) {
      for (auto const* secret :
           {"陈启明", "启明", "440524", "44010625000128", "建筑设计", "**明", "51 ", "72 "}) {
        EXPECT_EQ(sample.view.speech.text.find(secret), std::string::npos) << sample.name << " " << secret;
      }
      if (sample.name == "progress-minutes") {
        for (auto const* told : {"陈启明", "440524188001010014", "51 ", "BIM"}) {
          EXPECT_NE(sample.view.speech.in_private.find(told), std::string::npos) << told;
        }
      }
    }
  }
}

TEST_F(Listening, WhatIsTypedIsCountedNotSaid) {
  state_.mode.keys = true;
  state_.stage = NumberEntry{EntryField::password, SecretText{"440524188001010014"}, SecretText{"48"}, {}};
  show();
  std::get<NumberEntry>(state_.stage).password = SecretText{"481"};
  show();
  EXPECT_EQ(listener_.last(), "已输入 3 位");
  for (auto const& said : listener_.heard) EXPECT_EQ(said.text.find("48"), std::string::npos) << said.text;
}

TEST_F(Listening, WhatCannotBePressedSaysSo) {
  state_.mode.keys = true;
  show();
  step(StepKey::back);
  EXPECT_EQ(guide_.focus(), "b");
  EXPECT_EQ(listener_.last(), "乙，现在不能用");
  EXPECT_FALSE(guide_.step(StepKey::choose, state_, words()));
}

TEST_F(Listening, ASwitchThatChangedUnderTheFocusIsSaid) {
  state_.mode.keys = true;
  targets_[0].role = widgets::Target::Role::toggle;
  show();
  step(StepKey::next);
  EXPECT_EQ(listener_.last(), "甲，已关闭");
  targets_[0].on = true;
  show();
  EXPECT_EQ(listener_.last(), "甲，已打开");
}

TEST_F(Listening, WithoutSoundTheKeysStillWalk) {
  listener_.there = false;
  state_.mode.keys = true;
  show();
  step(StepKey::next);
  EXPECT_EQ(guide_.focus(), "a");
  EXPECT_TRUE(guide_.step(StepKey::choose, state_, words()));
  EXPECT_TRUE(listener_.heard.empty());
}

}  // namespace
}  // namespace ce::guide
