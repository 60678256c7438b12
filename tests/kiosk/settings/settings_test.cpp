// The kiosk's configuration: the shipped example, and every way to get it wrong.
#include "kiosk/settings/settings.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "support/files.h"
#include "support/temp_directory.h"

namespace ce::settings {
namespace {

class SettingsFile : public testing::Test {
 protected:
  test::TempDirectory directory_;
  std::filesystem::path file_ = directory_ / "kiosk.toml";

  static std::string example() { return test::read_all(std::string{CE_SOURCE_DIR} + "/config/kiosk.toml"); }

  /// The example with one text in place of another.
  static std::string example_with(std::string const& old, std::string const& now) {
    auto text = example();
    auto const at = text.find(old);
    EXPECT_NE(at, std::string::npos) << old;
    return text.replace(at, old.size(), now);
  }
  Result<Settings> read(std::string const& text, bool testing = true) {
    test::write_all(file_, text);
    return read_settings(file_, testing);
  }
  /// Fails with that code and names file, line and key.
  void expect_refused(std::string const& text, FailureCode code, int line, std::string const& key) {
    auto const settings = read(text);
    ASSERT_FALSE(settings) << key;
    auto const& failure = settings.failure();
    EXPECT_EQ(failure.code, code) << describe(failure);
    EXPECT_NE(failure.detail.find(file_.string() + ":" + std::to_string(line)), std::string::npos)
        << describe(failure);
    EXPECT_NE(failure.detail.find(key), std::string::npos) << describe(failure);
  }
  static int line_of(std::string const& text, std::string const& what) {
    auto const at = text.find(what);
    return 1 +
           static_cast<int>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
  }
  void expect_refused_with(std::string const& old, std::string const& now, FailureCode code,
                           std::string const& key) {
    auto const text = example_with(old, now);
    expect_refused(text, code, line_of(text, now), key);
  }
};

TEST_F(SettingsFile, TheShippedExampleIsGood) {
  auto const settings = read(example());
  ASSERT_TRUE(settings) << describe(settings.failure());
  EXPECT_EQ(settings->location.region, "440106");
  EXPECT_EQ(settings->central.kiosk_id, "tianhe-01");
  EXPECT_EQ(settings->idle.idle_seconds, 60);
  EXPECT_EQ(settings->reader.devices.size(), 2U);
}

TEST_F(SettingsFile, RelativePathsStartAtTheFile) {
  auto const settings = read(example_with("# key_file", "key_file"));
  ASSERT_TRUE(settings);
  EXPECT_EQ(settings->central.key_file, directory_.path() / "kiosk.key");
}

TEST_F(SettingsFile, WhatIsPrintedReadsBackTheSame) {
  auto const settings = read(example());
  ASSERT_TRUE(settings);
  auto const printed = write_settings(*settings);
  auto const again = read(printed);
  ASSERT_TRUE(again) << describe(again.failure());
  EXPECT_EQ(write_settings(*again), printed);
}

TEST_F(SettingsFile, AScannerHasADeviceOfItsOwnAndAKnownSpeed) {
  auto const named = R"(devices = ["/dev/serial/by-id/usb-*Scanner*"])";
  auto const settings = read(example_with("devices = []", named));
  ASSERT_TRUE(settings) << describe(settings.failure());
  EXPECT_EQ(settings->scanner.devices.size(), 1U);
  EXPECT_NE(write_settings(*settings).find(named), std::string::npos);
  expect_refused_with("devices = []", R"(devices = ["/dev/ttyACM*"])", FailureCode::config_value_invalid,
                      "/dev/ttyACM*");
  expect_refused_with("baud = 9600", "baud = 14400", FailureCode::config_value_invalid, "baud");
}

TEST_F(SettingsFile, StaffCardsAreOffUnlessTheHallSaysOtherwise) {
  auto const shipped = read(example_with("card = \"off\"", ""));
  ASSERT_TRUE(shipped) << describe(shipped.failure());
  EXPECT_EQ(shipped->staff.card, StaffCards::off);
  auto const settings = read(example_with("card = \"off\"", "card = \"with_pin\""));
  ASSERT_TRUE(settings) << describe(settings.failure());
  EXPECT_EQ(settings->staff.card, StaffCards::with_pin);
  EXPECT_NE(write_settings(*settings).find("card = \"with_pin\""), std::string::npos);
  expect_refused_with("card = \"off\"", "card = \"yes\"", FailureCode::config_value_invalid, "card");
}

TEST_F(SettingsFile, AMissingFileIsNamed) {
  auto const settings = read_settings(directory_ / "none.toml", true);
  ASSERT_FALSE(settings);
  EXPECT_EQ(settings.failure().code, FailureCode::config_missing);
  EXPECT_NE(settings.failure().detail.find("none.toml"), std::string::npos);
}

TEST_F(SettingsFile, BrokenTextIsNamedByItsLine) {
  expect_refused("[location]\nregion = \"440106\"\nhall = \n", FailureCode::config_malformed, 3, "");
}

TEST_F(SettingsFile, AnUnknownKeyIsNamed) {
  expect_refused_with("baud = 115200", "baudrate = 115200", FailureCode::config_key_unknown, "baudrate");
}

TEST_F(SettingsFile, AnUnknownSectionIsNamed) {
  auto const text = example() + "\n[printers]\nuri = \"x\"\n";
  expect_refused(text, FailureCode::config_key_unknown, line_of(text, "[printers]"), "printers");
}

TEST_F(SettingsFile, AWrongTypeIsNamed) {
  expect_refused_with("baud = 115200", "baud = \"115200\"", FailureCode::config_type_wrong, "baud");
}

TEST_F(SettingsFile, ValuesOutOfRangeAreNamed) {
  auto const invalid = FailureCode::config_value_invalid;
  expect_refused_with("idle_seconds = 60", "idle_seconds = 5", invalid, "idle_seconds");
  expect_refused_with("countdown_seconds = 20", "countdown_seconds = 90", invalid, "countdown_seconds");
  expect_refused_with("region = \"440106\"", "region = \"4401\"", invalid, "region");
  expect_refused_with("last = 99999999", "last = 0", invalid, "last");
  expect_refused_with("drift_minutes = 4", "drift_minutes = 2000", invalid, "drift_minutes");
  expect_refused_with("drawing = \"auto\"", "drawing = \"gpu\"", invalid, "drawing");
  expect_refused_with("http://www.gdsjxjy.com/", "www.gdsjxjy.com", invalid, "site");
  expect_refused_with("http://www.gdsjxjy.com/", "http://学习.cn/", invalid, "site");
  expect_refused_with("http://www.gdsjxjy.com/", "http://x.cn/" + std::string(90, 'a'), invalid, "site");
  auto const none = read(example_with("http://www.gdsjxjy.com/", ""));
  ASSERT_TRUE(none) << describe(none.failure());
  EXPECT_TRUE(none->learning.site.empty());
  expect_refused_with("presence_probe = \"none\"", "presence_probe = \"maybe\"", invalid, "presence_probe");
  expect_refused_with("uri = \"ipp://127.0.0.1:631/ipp/print\"", "uri = \"lpt1\"", invalid, "uri");
}

TEST_F(SettingsFile, VoiceAndKeypadAreChecked) {
  auto const invalid = FailureCode::config_value_invalid;
  expect_refused_with("speaks = \"elder\"", "speaks = \"loud\"", invalid, "speaks");
  expect_refused_with("volume = 4", "volume = 6", invalid, "volume");
  expect_refused_with("next = \"F13\"", "next = \"Enter\"", invalid, "next");
  expect_refused_with("back = \"F14\"", "back = \"F13\"", invalid, "back");
  auto const settings = read(example_with("repeat = \"F16\"", "repeat = \"\""));
  ASSERT_TRUE(settings) << describe(settings.failure());
  EXPECT_EQ(settings->voice.recordings, settings->assets / "voice");
}

TEST_F(SettingsFile, WhatHasNoDefaultMustBeThere) {
  auto const settings = read(example_with("kiosk_id = \"tianhe-01\"", ""));
  ASSERT_FALSE(settings);
  EXPECT_NE(settings.failure().detail.find("kiosk_id"), std::string::npos);
}

TEST_F(SettingsFile, TestingIsRefusedByAPackagedProgram) {
  for (std::string const line : {"targets_file = \"t.json\"", "die_after = \"journaled\""}) {
    auto const text = example() + "\n[testing]\n" + line + "\n";
    EXPECT_TRUE(read(text, true)) << line;
    auto const refused = read(text, false);
    ASSERT_FALSE(refused) << line;
    EXPECT_NE(refused.failure().detail.find("[testing]"), std::string::npos);
  }
}

TEST_F(SettingsFile, AStepThatDoesNotExistIsRefused) {
  auto const text = example() + "\n[testing]\ndie_after = \"lunch\"\n";
  expect_refused(text, FailureCode::config_value_invalid, line_of(text, "die_after"), "die_after");
}

}  // namespace
}  // namespace ce::settings
