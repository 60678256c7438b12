// What the visitor switches, on any screen, until the visit ends.
#include "visit.h"

namespace ce::session {
namespace {

using std::chrono::seconds;

TEST(Modes, ThePanelOpensOnEveryScreenAndLeavingClosesIt) {
  Visit visit;
  visit.with_card().found().when(ShowPanel{true});
  EXPECT_TRUE(visit.state.panel && visit.at<Progress>());
  visit.when(ChooseLanguage{Language::english}).when(ChooseSize{TextSize::large});
  EXPECT_TRUE(visit.state.panel) << "several things may be switched";
  EXPECT_FALSE(visit.when(ShowPanel{false}).state.panel);
  visit.when(ShowPanel{true}).when(Exit{});
  EXPECT_FALSE(visit.state.panel);
  EXPECT_EQ(visit.state.mode.language, Language::english) << "the card is asked back in it";
  EXPECT_EQ(visit.when(CardLifted{}).state.mode, Mode{});
}

TEST(Modes, ASizeLeavesElderModeWhoseSizeIsItsOwn) {
  Visit visit;
  visit.when(ToggleElder{}).when(ChooseSize{TextSize::small});
  EXPECT_FALSE(visit.state.mode.elder);
  EXPECT_EQ(visit.state.mode.size, TextSize::small);
}

TEST(Modes, ElderModeSpeaksByItselfUnlessSilenced) {
  Visit visit;
  auto const speaks = [&] { return voice_on(visit.state.mode, visit.state.voice); };
  EXPECT_FALSE(speaks());
  visit.when(ToggleElder{});
  EXPECT_TRUE(speaks());
  visit.when(ToggleVoice{});
  EXPECT_FALSE(speaks());
  visit.when(UseKeys{});
  EXPECT_TRUE(speaks()) << "a headset is always spoken to";
}

TEST(Modes, TheHallMayHaveItSpeakAlwaysOrNever) {
  Visit visit;
  visit.state.voice.speaks = Speaks::always;
  EXPECT_TRUE(voice_on(visit.state.mode, visit.state.voice));
  visit.state.voice.speaks = Speaks::never;
  visit.when(ToggleElder{});
  EXPECT_FALSE(voice_on(visit.state.mode, visit.state.voice));
  visit.when(ToggleVoice{});
  EXPECT_TRUE(voice_on(visit.state.mode, visit.state.voice)) << "the visitor may want it all the same";
}

TEST(Modes, TheVolumeStaysWithinItsSteps) {
  Visit visit;
  EXPECT_EQ(volume_of(visit.state.mode, visit.state.voice), 4);
  for (int i = 0; i < 9; ++i) visit.when(ChangeVolume{1});
  EXPECT_EQ(volume_of(visit.state.mode, visit.state.voice), volume_most);
  for (int i = 0; i < 9; ++i) visit.when(ChangeVolume{-1});
  EXPECT_EQ(volume_of(visit.state.mode, visit.state.voice), volume_least);
}

TEST(Modes, WhatIsSwitchedAtHomeAndLeftGoesBackByItself) {
  Visit visit;
  visit.when(ShowPanel{true}).when(ChooseLanguage{Language::english}).after(seconds{59});
  EXPECT_TRUE(visit.state.panel);
  visit.after(seconds{1});
  EXPECT_FALSE(visit.state.panel);
  EXPECT_EQ(visit.state.mode, Mode{});
}

TEST(Modes, WhoListensHasMoreTime) {
  Visit visit;
  visit.with_card().found().when(UseKeys{}).after(seconds{89});
  EXPECT_FALSE(visit.state.countdown);
  EXPECT_TRUE(visit.after(seconds{1}).state.countdown);
  visit.when(UseKeys{});
  EXPECT_FALSE(visit.state.countdown) << "a key is a touch";
}

}  // namespace
}  // namespace ce::session
