#include "kiosk/voice/recording.h"

#include <gtest/gtest.h>

#include "support/temp_directory.h"
#include "wav.h"

namespace ce::voice {
namespace {

class RecordingFile : public testing::Test {
 protected:
  test::TempDirectory directory_;
  Result<Recording> read(std::string const& bytes) {
    test::write_all(directory_ / "a.wav", bytes);
    return read_recording(directory_ / "a.wav");
  }
};

TEST_F(RecordingFile, OneChannelIsTakenAsItIs) {
  auto const recording = read(wav(16'000, {1, -2, 3}));
  ASSERT_TRUE(recording) << describe(recording.failure());
  EXPECT_EQ(recording->rate, 16'000);
  EXPECT_EQ(recording->samples, (std::vector<std::int16_t>{1, -2, 3}));
}

TEST_F(RecordingFile, TwoChannelsBecomeOne) {
  auto const recording = read(wav(44'100, {100, 300, -100, -300}, 2));
  ASSERT_TRUE(recording) << describe(recording.failure());
  EXPECT_EQ(recording->samples, (std::vector<std::int16_t>{200, -200}));
}

TEST_F(RecordingFile, WhatIsNoneIsNamed) {
  for (auto const& bytes : {std::string{}, std::string{"RIFF"}, std::string(5U << 20U, 'x'), wav(4000, {1}),
                            wav(16'000, {}), wav(16'000, {1, 2}).substr(0, 30), wav(16'000, {1, 2, 3}, 3)}) {
    auto const recording = read(bytes);
    ASSERT_FALSE(recording) << bytes.size();
    EXPECT_EQ(recording.failure().code, FailureCode::asset_missing);
    EXPECT_NE(recording.failure().detail.find("a.wav"), std::string::npos);
  }
}

TEST_F(RecordingFile, ACutFileGivesWhatIsThere) {
  auto const recording = read(wav(16'000, {1, 2, 3}).substr(0, 48));
  ASSERT_TRUE(recording);
  EXPECT_EQ(recording->samples.size(), 2U);
}

}  // namespace
}  // namespace ce::voice
