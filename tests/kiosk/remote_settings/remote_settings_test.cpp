// What central sets, at the kiosk: judged, written between visits, told of, whenever it is killed.
#include "kiosk/remote_settings/remote_settings.h"

#include <gmock/gmock.h>
#include <sys/stat.h>

#include "kiosk/set_up/write.h"
#include "support/files.h"
#include "support/temp_directory.h"

namespace ce::remote_settings {
namespace {

using protocol::ItemOutcome;
using protocol::ItemState;
using testing::HasSubstr;
using Values = std::vector<std::string>;

struct FromAfar : testing::Test {
  test::TempDirectory directory;
  std::filesystem::path const config = directory / "kiosk.toml";
  std::filesystem::path const kept = directory / "storage" / "remote_settings.json";
  log::Logger const logger = log::Logger::to_file(directory / "log", 1U << 20U, 1).value();
  Instant now{1'790'960'400'000};  // 2026-10-03 01:00 in China
  int woken = 0;
  int changed = 0;
  std::unique_ptr<RemoteSettings> remote;

  void SetUp() override {
    auto text = test::read_all(std::string{CE_SOURCE_DIR} + "/config/kiosk.toml");
    std::string const assets = "/usr/share/ce-kiosk/assets";
    text.replace(text.find(assets), assets.size(), std::string{CE_SOURCE_DIR} + "/assets");
    test::write_all(config, text);
    start();
  }
  /// As the program does, after its end of whatever kind.
  void start() {
    remote = std::make_unique<RemoteSettings>(RemoteSettings::Parts{.config = config,
                                                                    .allow_testing = true,
                                                                    .kept = kept,
                                                                    .logger = &logger,
                                                                    .now = [this] { return now; },
                                                                    .wake = [this] { ++woken; },
                                                                    .changed = [this] { ++changed; }});
  }
  ItemState state(std::string const& item) const {
    auto const all = remote->states().value();
    for (auto const& one : all) {
      if (one.item == item) return one;
    }
    ADD_FAILURE() << item;
    return {};
  }
  settings::Settings settings() const { return settings::read_settings(config, true).value(); }
  /// As the interface has it done when nobody is there.
  bool between_visits() const {
    if (!remote->begin()) return false;
    remote->apply();
    return true;
  }
};

TEST_F(FromAfar, IsTakenUpBetweenVisitsAndTold) {
  EXPECT_EQ(state("idle").values, (Values{"60", "20", "60"}));
  EXPECT_EQ(state("idle").revision, 0);
  EXPECT_FALSE(remote->begin());
  remote->take({{"idle", 3, {"90", "30", "40"}}, {"sound", 4, {"always", "5"}}});
  EXPECT_EQ(woken, 1);
  EXPECT_EQ(state("idle").outcome, ItemOutcome::waiting) << "somebody may be at the screen";
  EXPECT_EQ(settings().idle.idle_seconds, 60);
  EXPECT_FALSE(remote->take_up());
  ASSERT_TRUE(between_visits());
  EXPECT_FALSE(remote->begin());
  EXPECT_EQ(settings().idle.idle_seconds, 90);
  EXPECT_EQ(settings().voice.speaks, "always");
  EXPECT_EQ(state("idle"), (ItemState{"idle", {"90", "30", "40"}, 3}));
  EXPECT_EQ(state("sound"), (ItemState{"sound", {"always", "5"}, 4}));
  auto const fresh = remote->take_up();
  ASSERT_TRUE(fresh);
  EXPECT_EQ(fresh->idle.countdown_seconds, 30);
  EXPECT_FALSE(remote->take_up());
  EXPECT_GE(changed, 2);
}

TEST_F(FromAfar, TheConfigurationOfBeforeIsKept) {
  auto const before = test::read_all(config);
  remote->take({{"language", 1, {"en"}}});
  ASSERT_TRUE(between_visits());
  EXPECT_TRUE(settings().display.english);
  EXPECT_EQ(test::read_all(config.string() + ".before"), before);
  EXPECT_EQ(test::read_all(config.string() + ".by-hand"), before);
}

TEST_F(FromAfar, WhatDoesNotFitIsRefusedByTheFieldsNameAndKeepsBackNoOther) {
  remote->take({{"idle", 3, {"999", "30", "40"}},
                {"hours", 4, {"weekdays", "1200", "0900", "", ""}},
                {"sound", 5, {"always", "5"}}});
  ASSERT_TRUE(between_visits());
  EXPECT_EQ(state("idle").outcome, ItemOutcome::refused);
  EXPECT_THAT(state("idle").reason, HasSubstr("多少秒后提醒："));
  EXPECT_EQ(state("idle").values, (Values{"60", "20", "60"}));
  EXPECT_THAT(state("hours").reason, HasSubstr("上午关门："));
  EXPECT_EQ(state("sound").outcome, ItemOutcome::applied);
  EXPECT_EQ(settings().idle.idle_seconds, 60);
  EXPECT_EQ(settings().voice.volume, 5);
}

TEST_F(FromAfar, WhatIsPluggedInOrUnknownIsRefused) {
  remote->take({{"printer", 3, {"ipp://10.0.0.1/ipp/print"}}, {"weather", 4, {"fine"}}});
  EXPECT_FALSE(remote->begin());
  EXPECT_EQ(state("printer").outcome, ItemOutcome::refused);
  EXPECT_EQ(state("weather").revision, 4);
  EXPECT_THAT(state("weather").reason, HasSubstr("不认识"));
}

TEST_F(FromAfar, AnOlderWordOrTheSameAgainChangesNothing) {
  remote->take({{"idle", 3, {"90", "30", "40"}}});
  ASSERT_TRUE(between_visits());
  remote->take({{"idle", 3, {"90", "30", "40"}}});
  remote->take({{"idle", 2, {"70", "30", "40"}}});
  EXPECT_FALSE(remote->begin());
  EXPECT_EQ(settings().idle.idle_seconds, 90);
}

TEST_F(FromAfar, StaffWhoSetItLaterHaveItAndCentralHearsOfIt) {
  remote->take({{"idle", 3, {"90", "30", "40"}}});
  ASSERT_TRUE(between_visits());
  auto staff = settings();
  staff.idle.idle_seconds = 45;
  ASSERT_TRUE(set_up::write_config(config, staff));
  EXPECT_EQ(state("idle"), (ItemState{"idle", {"45", "30", "40"}, 3}));
  remote->take({});
  EXPECT_FALSE(remote->begin());
  remote->take({{"idle", 9, {"120", "30", "40"}}});
  ASSERT_TRUE(between_visits());
  EXPECT_EQ(settings().idle.idle_seconds, 120) << "central's later word";
}

TEST_F(FromAfar, BothChangedWhileOfflineCentralsWordGoesBeforeAndTheOthersStay) {
  auto staff = settings();
  staff.idle.idle_seconds = 45;
  staff.voice.volume = 1;
  ASSERT_TRUE(set_up::write_config(config, staff));
  remote->take({{"idle", 3, {"90", "30", "40"}}});
  ASSERT_TRUE(between_visits());
  EXPECT_EQ(settings().idle.idle_seconds, 90);
  EXPECT_EQ(settings().voice.volume, 1);
  EXPECT_THAT(test::read_all(config.string() + ".before"), HasSubstr("idle_seconds = 45"));
}

TEST_F(FromAfar, KilledBeforeItWasWrittenItWaitsAgain) {
  remote->take({{"idle", 3, {"90", "30", "40"}}});
  start();
  EXPECT_EQ(state("idle").outcome, ItemOutcome::waiting);
  ASSERT_TRUE(between_visits());
  EXPECT_EQ(settings().idle.idle_seconds, 90);
}

TEST_F(FromAfar, KilledBetweenWritingAndKeepingItComesToTheSame) {
  remote->take({{"idle", 3, {"90", "30", "40"}}});
  auto const waiting = test::read_all(kept);
  ASSERT_TRUE(between_visits());
  auto const before = test::read_all(config.string() + ".before");
  test::write_all(kept, waiting);
  start();
  EXPECT_EQ(state("idle").outcome, ItemOutcome::waiting);
  ASSERT_TRUE(between_visits());
  EXPECT_EQ(state("idle"), (ItemState{"idle", {"90", "30", "40"}, 3}));
  EXPECT_EQ(test::read_all(config.string() + ".before"), before) << "what was before is still that";
}

TEST_F(FromAfar, KilledBeforeItReportedItReportsAfterTheNextStart) {
  remote->take({{"idle", 3, {"90", "30", "40"}}});
  ASSERT_TRUE(between_visits());
  start();
  EXPECT_EQ(state("idle"), (ItemState{"idle", {"90", "30", "40"}, 3}));
  EXPECT_FALSE(remote->begin());
}

TEST_F(FromAfar, AFileThatIsBeingMendedByHandLetsItWait) {
  auto const sound = test::read_all(config);
  test::write_all(config, sound + "\n[nonsense\n");
  remote->take({{"idle", 3, {"90", "30", "40"}}});
  ASSERT_TRUE(between_visits());
  EXPECT_EQ(state("idle").outcome, ItemOutcome::waiting);
  EXPECT_THAT(state("idle").reason, HasSubstr("配置文件有误"));
  EXPECT_TRUE(state("idle").values.empty());
  test::write_all(config, sound);
  remote->take({});
  ASSERT_TRUE(between_visits()) << "tried again at the next heartbeat";
  EXPECT_EQ(settings().idle.idle_seconds, 90);
}

TEST_F(FromAfar, WhereItCannotBeWrittenItWaitsWithTheReason) {
  remote->take({{"idle", 3, {"90", "30", "40"}}});
  std::filesystem::create_directory(config.string() + ".before");  // where the old one is to be kept
  ASSERT_TRUE(between_visits());
  EXPECT_EQ(state("idle").outcome, ItemOutcome::waiting);
  EXPECT_THAT(state("idle").reason, HasSubstr("没有写入"));
  EXPECT_EQ(settings().idle.idle_seconds, 60);
  std::filesystem::remove(config.string() + ".before");
  remote->take({});
  ASSERT_TRUE(between_visits());
  EXPECT_EQ(state("idle").outcome, ItemOutcome::applied);
}

TEST_F(FromAfar, ADamagedNoteOfItIsBegunAnew) {
  remote->take({{"idle", 3, {"90", "30", "40"}}});
  test::write_all(kept, "not a note");
  start();
  EXPECT_EQ(state("idle").revision, 0) << "central tells it again";
  EXPECT_THAT(test::read_all(directory / "log"), HasSubstr("settings from central"));
}

TEST_F(FromAfar, WhichVersionItMayTakeHoldsAtOnceAndIsKept) {
  EXPECT_EQ(state("program").values, Values{""});
  EXPECT_EQ(allowed_version(kept), "");
  remote->take({{"program", 3, {"0.2.0"}}});
  EXPECT_EQ(woken, 0) << "nothing is to be written between visits";
  EXPECT_EQ(changed, 1);
  EXPECT_EQ(state("program"), (ItemState{"program", {"0.2.0"}, 3}));
  EXPECT_EQ(allowed_version(kept), "0.2.0");
  start();
  EXPECT_EQ(state("program"), (ItemState{"program", {"0.2.0"}, 3}));
  remote->take({{"program", 4, {"0.2.0; rm"}}});
  EXPECT_EQ(state("program").outcome, ItemOutcome::refused);
  EXPECT_EQ(allowed_version(kept), "") << "what it does not understand it does not take";
  remote->take({{"program", 5, {""}}});
  EXPECT_EQ(state("program").outcome, ItemOutcome::applied);
  EXPECT_EQ(allowed_version(kept), "") << "held";
}

// So that central misses nobody on a holiday (central/alarms).
TEST_F(FromAfar, HolidaysThatAreNotOverAreToldTheNextFirst) {
  auto const told = [&] {
    auto const all = remote->states().value();
    return all.back().item == "holidays" ? all.back().values : Values{};
  };
  EXPECT_EQ(told(), Values{}) << "none: nothing that a central of before would not know";
  auto text = test::read_all(config);
  text.replace(
      text.find("closed = []"), 11,
      R"(closed = ["2027-01-01", "2026-10-01/2026-10-07", "2026-05-01/2026-05-05", "2027-02-05/2027-02-11"])");
  text.replace(text.find("working = []"), 12, R"(working = ["2026-10-02", "2026-10-10", "2027-02-14"])");
  test::write_all(config, text);
  EXPECT_EQ(told(), (Values{"closed", "2026-10-01/2026-10-07", "working", "2026-10-10", "closed",
                            "2027-01-01", "closed", "2027-02-05/2027-02-11"}));
  now.ms += 8LL * 24 * 60 * 60 * 1000;
  EXPECT_EQ(told(),
            (Values{"closed", "2027-01-01", "closed", "2027-02-05/2027-02-11", "working", "2027-02-14"}));
}

TEST_F(FromAfar, AKioskWithoutAFileSaysNothing) {
  RemoteSettings none{{.logger = &logger}};
  EXPECT_FALSE(none.states());
  none.take({{"idle", 3, {"90", "30", "40"}}});
  EXPECT_FALSE(none.begin());
}

}  // namespace
}  // namespace ce::remote_settings
