#include "kiosk/staff/pin.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include "kiosk/staff/door_keeper.h"
#include "support/files.h"
#include "support/temp_directory.h"

namespace ce::staff {
namespace {

using std::chrono::seconds;

class Pin : public testing::Test {
 protected:
  test::TempDirectory directory_;
  Instant now_{1'795'413'900'000};

  SecretText right_{"271828"};
  SecretText wrong_{"314159"};

  // A new object each time, as after a restart.
  DoorKeeper door() { return {directory_.path(), CardUse::off}; }
  DoorTry judge(SecretText const& pin) {
    auto const judged = door().judge({pin, {}}, now_);
    if (!judged) ADD_FAILURE() << describe(judged.failure());
    return judged.value_or(EntryTry{}).tried;
  }
};

TEST_F(Pin, IsKeptAsAHashThatOnlyItsOwnerReads) {
  PinFile file{directory_.path()};
  EXPECT_FALSE(file.is_set());
  EXPECT_EQ(door().judge({right_, {}}, now_).failure().code, FailureCode::storage_unopenable);
  ASSERT_TRUE(file.set(right_));
  EXPECT_TRUE(file.is_set());
  auto const kept = test::read_all(directory_ / "staff-pin");
  EXPECT_TRUE(kept.starts_with("$argon2id$"));
  EXPECT_EQ(kept.find(right_.reveal()), std::string::npos);
  struct stat about {};
  ASSERT_EQ(::stat((directory_ / "staff-pin").c_str(), &about), 0);
  EXPECT_EQ(about.st_mode & 0777U, 0600U);
  EXPECT_TRUE(judge(right_).right);
}

TEST_F(Pin, EachWrongOneLocksTwiceAsLongAndAtMostAnHour) {
  ASSERT_TRUE(PinFile{directory_.path()}.set(right_));
  for (auto const lock : {30, 60, 120, 240, 480, 960, 1920, 3600, 3600}) {
    auto const tried = judge(wrong_);
    EXPECT_FALSE(tried.right);
    EXPECT_EQ(tried.locked, seconds{lock});
    now_.ms += std::int64_t{lock} * 1000;
  }
  EXPECT_TRUE(judge(right_).right);
  EXPECT_EQ(judge(wrong_).locked, seconds{30}) << "a right one forgets them";
}

TEST_F(Pin, WhileItIsLockedNotEvenTheRightOneIsTaken) {
  ASSERT_TRUE(PinFile{directory_.path()}.set(right_));
  judge(wrong_);
  now_.ms += 29'000;
  EXPECT_FALSE(judge(right_).right);
  EXPECT_EQ(door().locked(now_), seconds{1});
  now_.ms += 1000;
  EXPECT_TRUE(judge(right_).right);
}

TEST_F(Pin, AClockSetBackMakesNoLockLonger) {
  ASSERT_TRUE(PinFile{directory_.path()}.set(right_));
  judge(wrong_);
  now_.ms -= std::int64_t{86'400'000};
  EXPECT_EQ(door().locked(now_), seconds{30});
  // Nor does it last for the whole day: it runs from when somebody was at the door.
  now_.ms += 10'000;
  EXPECT_EQ(door().locked(now_), seconds{20});
  EXPECT_FALSE(judge(right_).right);
  now_.ms += 20'000;
  EXPECT_TRUE(judge(right_).right);
}

TEST_F(Pin, ANewOneForgetsTheWrongTriesOfTheOld) {
  ASSERT_TRUE(PinFile{directory_.path()}.set(wrong_));
  for (auto const lock : {30, 60}) {
    EXPECT_EQ(judge(right_).locked, seconds{lock});
    now_.ms += std::int64_t{lock} * 1000;
  }
  EXPECT_EQ(judge(right_).locked, seconds{120});
  ASSERT_TRUE(PinFile{directory_.path()}.set(right_));
  EXPECT_EQ(door().locked(now_), seconds{0});
  EXPECT_TRUE(judge(right_).right);
  EXPECT_EQ(judge(wrong_).locked, seconds{30});
}

TEST_F(Pin, WhatAnybodyWouldTryFirstIsRefused) {
  for (auto const* bad : {"", "12345", "1234567890123", "27182x", "111111", "123456", "987654"}) {
    EXPECT_FALSE(PinFile{directory_.path()}.set(SecretText{bad})) << bad;
  }
  EXPECT_FALSE(PinFile{directory_.path()}.is_set());
}

TEST(PinWords, TellMinutesAndSeconds) {
  EXPECT_EQ(in_words(seconds{30}), "30 秒");
  EXPECT_EQ(in_words(seconds{60}), "1 分");
  EXPECT_EQ(in_words(seconds{90}), "1 分 30 秒");
}

}  // namespace
}  // namespace ce::staff
