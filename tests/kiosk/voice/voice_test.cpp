// The real engine and the real ALSA; the device is ALSA's own `file` plugin, which keeps what it is given.
#include "kiosk/voice/voice.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <numeric>

#include "kiosk/voice/recording.h"
#include "support/temp_directory.h"
#include "wav.h"

namespace ce::voice {
namespace {

using namespace std::chrono_literals;

class Spoken : public testing::Test {
 protected:
  test::TempDirectory directory_;
  std::filesystem::path heard_ = directory_ / "heard.wav";
  std::filesystem::path log_file_ = directory_ / "log";
  log::Logger logger_ = log::Logger::to_file(log_file_, 1U << 20U, 1).value();

  void SetUp() override {
    test::write_all(directory_ / "asound.conf",
                    "pcm.null { type null }\npcm.hall { type file slave.pcm \"null\" file \"" +
                        heard_.string() + "\" format \"wav\" }\n");
    ::setenv("ALSA_CONFIG_PATH", (directory_ / "asound.conf").c_str(), 1);
  }
  VoiceOptions options(std::string device = "hall") { return {std::move(device), directory_ / "recordings"}; }

  static void wait_until_silent(Voice const& voice) {
    for (int i = 0; i < 1000 && voice.busy(); ++i) std::this_thread::sleep_for(20ms);
    ASSERT_FALSE(voice.busy());
  }
  /// What the device was given, in seconds and as loudness.
  struct Heard {
    double seconds = 0;
    double loudness = 0;
  };
  Heard heard() {
    auto const recording = read_recording(heard_);
    if (!recording) return {};
    double const sum =
        std::accumulate(recording->samples.begin(), recording->samples.end(), 0.0,
                        [](double all, std::int16_t s) { return all + double(s) * double(s); });
    auto const count = static_cast<double>(recording->samples.size());
    return {count / recording->rate, std::sqrt(sum / count)};
  }
  Heard say(ports::Utterance utterance) {
    {
      Voice voice{options(), logger_};
      voice.say(std::move(utterance));
      wait_until_silent(voice);
    }
    return heard();
  }
};

TEST_F(Spoken, MandarinAndEnglishComeOutOfTheDevice) {
  auto const mandarin = say({"", "请将身份证放在读卡区。", ports::Tongue::mandarin, 5});
  EXPECT_GT(mandarin.seconds, 1.0);
  EXPECT_LT(mandarin.seconds, 8.0);
  EXPECT_GT(mandarin.loudness, 500);
  auto const english = say({"", "Please place your ID card on the reader.", ports::Tongue::english, 5});
  EXPECT_GT(english.seconds, 1.0);
  EXPECT_GT(english.loudness, 500);
}

TEST_F(Spoken, AVolumeStepIsHeard) {
  auto const loud = say({"", "请取走您的身份证。", ports::Tongue::mandarin, 5});
  auto const soft = say({"", "请取走您的身份证。", ports::Tongue::mandarin, 2});
  EXPECT_NEAR(soft.loudness / loud.loudness, 0.178, 0.02);
}

TEST_F(Spoken, ARecordedFileTakesTheEnginesPlace) {
  std::filesystem::create_directories(directory_ / "recordings" / "zh");
  test::write_all(directory_ / "recordings" / "zh" / "home.wav",
                  wav(16'000, std::vector<std::int16_t>(8000, 9000)));
  auto const recorded = say({"home", "欢迎", ports::Tongue::mandarin, 5});
  EXPECT_NEAR(recorded.seconds, 0.5, 0.05);
  EXPECT_NEAR(recorded.loudness, 9000, 50);
  // Of another language there is none, and a file that is none is said in the log and does not silence.
  EXPECT_LT(say({"home", "Welcome to the service hall", ports::Tongue::english, 5}).loudness, 8000);
  test::write_all(directory_ / "recordings" / "zh" / "home.wav", "no sound");
  EXPECT_GT(say({"home", "欢迎使用自助服务", ports::Tongue::mandarin, 5}).loudness, 500);
  EXPECT_NE(test::read_all(log_file_).find("home.wav"), std::string::npos);
}

TEST_F(Spoken, WhatIsStoppedFallsSilent) {
  std::string long_text;
  for (int i = 0; i < 400; ++i) long_text += "请稍候，正在查询您的继续教育记录。";
  Voice voice{options(), logger_};
  voice.say({"", long_text, ports::Tongue::mandarin, 5});
  std::this_thread::sleep_for(50ms);
  voice.stop();
  wait_until_silent(voice);
  EXPECT_LT(heard().seconds, 600.0) << "400 sentences take longer";
  // And so does what something else is said in the place of: only that is left.
  voice.say({"", long_text, ports::Tongue::mandarin, 5});
  voice.say({"", "完成。", ports::Tongue::mandarin, 5});
  wait_until_silent(voice);
  EXPECT_LT(heard().seconds, 5.0);
}

TEST_F(Spoken, WithoutADeviceItIsSilentAndSaysSoOnce) {
  int changes = 0;
  {
    Voice voice{options("nowhere"), logger_, [&changes] { ++changes; }};
    for (int i = 0; i < 3; ++i) {
      voice.say({"", "请稍候。", ports::Tongue::mandarin, 5});
      wait_until_silent(voice);
    }
    EXPECT_FALSE(voice.fitted());
  }
  EXPECT_EQ(changes, 1);
  auto const log = test::read_all(log_file_);
  auto const first = log.find("nowhere");
  ASSERT_NE(first, std::string::npos);
  EXPECT_EQ(log.find("nowhere", first + 7), std::string::npos) << log;
}

}  // namespace
}  // namespace ce::voice
