#include "kiosk/window/step_keys.h"

#include <gtest/gtest.h>

#include <set>

#include "kiosk/settings/settings.h"

namespace ce::window {
namespace {

TEST(StepKeys, EveryKeyThatTheConfigurationMayNameIsOne) {
  std::set<int> codes;
  for (auto const* name : settings::headset_keys) EXPECT_TRUE(codes.insert(key_named(name)).second) << name;
  EXPECT_FALSE(codes.contains(0));
}

TEST(StepKeys, WhatScannersSendIsNone) {
  for (auto const* name : {"Enter", "A", "1", "Space", ""}) EXPECT_EQ(key_named(name), 0) << name;
}

}  // namespace
}  // namespace ce::window
