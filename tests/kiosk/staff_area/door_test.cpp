#include "kiosk/staff_area/door.h"

#include <gtest/gtest.h>

namespace ce::staff_area {
namespace {

using std::chrono::milliseconds;

constexpr float width = 398;

struct Finger {
  Door door;
  Tick now{};

  bool press(float x, float y, milliseconds held) {
    EXPECT_FALSE(door.finger(x, y, width, true, now)) << "it opens when the finger leaves";
    now += held;
    return door.finger(x, y, width, false, now);
  }
  bool opens(milliseconds held, milliseconds pause, float x = width - 5) {
    EXPECT_FALSE(press(5, 5, held));
    now += pause;
    return press(x, 5, milliseconds{80});
  }
};

TEST(Door, OpensByAHoldAtTheLeftAndATouchAtTheRight) {
  EXPECT_TRUE(Finger{}.opens(milliseconds{3000}, milliseconds{900}));
  EXPECT_TRUE(Finger{}.opens(milliseconds{9000}, milliseconds{4900}));
}

TEST(Door, StaysShutForAShortHoldALateTouchOrAnotherPlace) {
  EXPECT_FALSE(Finger{}.opens(milliseconds{2900}, milliseconds{900}));
  EXPECT_FALSE(Finger{}.opens(milliseconds{3000}, milliseconds{5100}));
  EXPECT_FALSE(Finger{}.opens(milliseconds{3000}, milliseconds{900}, width / 2));
  Finger lower;
  EXPECT_FALSE(lower.press(5, 40, milliseconds{3500}));
  EXPECT_FALSE(lower.press(width - 5, 5, milliseconds{80}));
}

TEST(Door, AnyTouchBetweenBeginsAnew) {
  Finger finger;
  EXPECT_FALSE(finger.press(5, 5, milliseconds{3000}));
  EXPECT_FALSE(finger.press(200, 300, milliseconds{80}));
  EXPECT_FALSE(finger.press(width - 5, 5, milliseconds{80}));
  EXPECT_TRUE(finger.opens(milliseconds{3000}, milliseconds{500}));
  EXPECT_FALSE(finger.press(width - 5, 5, milliseconds{80})) << "one opening, one touch";
}

TEST(Door, AFingerThatStraysFromTheCornerIsNoHold) {
  Finger finger;
  EXPECT_FALSE(finger.door.finger(5, 5, width, true, finger.now));
  EXPECT_FALSE(finger.door.finger(60, 5, width, true, finger.now += milliseconds{1000}));
  EXPECT_FALSE(finger.door.finger(5, 5, width, true, finger.now += milliseconds{1000}));
  EXPECT_FALSE(finger.door.finger(5, 5, width, false, finger.now += milliseconds{2000}));
  EXPECT_FALSE(finger.press(width - 5, 5, milliseconds{80}));
}

}  // namespace
}  // namespace ce::staff_area
