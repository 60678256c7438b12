// Whether whoever upgrades the machine may do it now.
#include "kiosk/start/may_update.h"

#include <gmock/gmock.h>

#include "kiosk/start/backstage.h"
#include "kiosk/start/in_use.h"
#include "support/files.h"
#include "support/temp_directory.h"

namespace ce::start {
namespace {

using testing::HasSubstr;

struct SetClock final : Clock {
  Instant at;
  [[nodiscard]] Instant now() const override { return at; }
  [[nodiscard]] Tick tick() const override { return SystemClock{}.tick(); }
};

struct MayUpdate : testing::Test {
  static constexpr std::int64_t update_hour = 3'600'000;
  test::TempDirectory directory;
  log::Logger const logger = log::Logger::to_file(directory / "log", 1U << 20U, 1).value();
  SetClock clock;
  settings::Settings settings;

  MayUpdate() {
    settings.storage = directory / "storage";
    settings.hours.days = hours::Days::daily;
    clock.at = Instant{1'790'960'400'000};  // 2026-10-03 01:00 in China
    std::filesystem::create_directory(settings.storage);
    allow("0.2.0");
  }
  void allow(std::string const& version) const {
    test::write_all(settings.storage / "remote_settings.json",
                    R"({"version":1,"items":[{"item":"program","values":[")" + version +
                        R"("],"revision":3,"outcome":"applied"}]})");
  }
  std::string answer(std::string const& version = "0.2.0") const {
    auto const may = may_update(settings, version, clock, logger);
    if (may && version == "any") return *may;
    return may ? "yes" : may.failure().detail;
  }
};

TEST_F(MayUpdate, ToTheVersionThatCentralSaidAlone) {
  EXPECT_EQ(answer(), "yes");
  EXPECT_THAT(answer("0.3.0"), HasSubstr("升级到 0.2.0"));
  EXPECT_EQ(answer("any"), "0.2.0");
  allow(CE_PRESENT_VERSION);
  EXPECT_THAT(answer("any"), HasSubstr("已经是")) << "no source is asked ten times an hour for nothing";
  allow("");
  EXPECT_THAT(answer(), HasSubstr("没有让本机升级"));
  std::filesystem::remove(settings.storage / "remote_settings.json");
  EXPECT_THAT(answer(), HasSubstr("没有让本机升级"));
}

TEST_F(MayUpdate, OutsideOpeningHoursOrAtNight) {
  clock.at.ms += 9 * update_hour;  // ten in the morning
  EXPECT_THAT(answer(), HasSubstr("开放时间"));
  clock.at.ms += 3 * update_hour;
  EXPECT_EQ(answer(), "yes") << "the hall's noon";
  settings.hours.days = hours::Days::always;
  EXPECT_THAT(answer(), HasSubstr("两点到五点"));
  clock.at.ms += 13 * update_hour;  // two in the morning
  EXPECT_EQ(answer(), "yes");
}

TEST_F(MayUpdate, NotWhileSomebodyIsAtTheScreen) {
  InUse running{in_use_file(settings)};
  EXPECT_EQ(answer(), "yes");
  running.say(true);
  running.say(true);
  EXPECT_THAT(answer(), HasSubstr("有人正在使用"));
  running.say(false);
  EXPECT_EQ(answer(), "yes");
  {
    InUse another{in_use_file(settings)};
    another.say(true);
    EXPECT_TRUE(is_in_use(in_use_file(settings)));
  }
  EXPECT_FALSE(is_in_use(in_use_file(settings))) << "it ended, however it ended";
}

TEST_F(MayUpdate, NotWithAPrintUnderWayOrUnresolved) {
  auto journal = open_journal(settings, clock, logger).value();
  auto const print = journal.request({"44010625001001", 2025, "440106", {}});
  ASSERT_TRUE(print);
  EXPECT_THAT(answer(), HasSubstr("还没有结果"));
  ASSERT_TRUE(journal.mark_submitting(print->id));
  ASSERT_TRUE(journal.settle(print->id, protocol::PrintOutcome::unknown));
  EXPECT_THAT(answer(), HasSubstr("1 次打印待核实"));
  ASSERT_TRUE(journal.settle(print->id, protocol::PrintOutcome::confirmed));
  EXPECT_EQ(answer(), "yes");
}

}  // namespace
}  // namespace ce::start
