#include "kiosk/staff_desk/log_tail.h"

#include <gtest/gtest.h>

#include "shared/log/log.h"
#include "support/files.h"
#include "support/temp_directory.h"

namespace ce::staff_desk {
namespace {

TEST(LogTail, ShowsTheNewestFirstAndOnlyTheLevelAskedFor) {
  test::TempDirectory const directory;
  auto const file = directory / "kiosk.log";
  {
    auto const logger = log::Logger::to_file(file, 1U << 20U, 1).value();
    logger.event(log::Event::started, {{"version", "1"}});
    logger.event(log::Event::failure, {{"where", "staff"}});
    logger.event(log::Event::ledger_outdated, {{"held", 7}});
  }
  test::write_all(file, test::read_all(file) + "half a li");
  auto const all = read_log(file, 0);
  EXPECT_EQ(all.problem, "");
  ASSERT_EQ(all.lines.size(), 3U);
  EXPECT_EQ(all.lines.front().event, "ledger_outdated");
  EXPECT_EQ(all.lines.front().values, "held=7");
  EXPECT_EQ(all.lines.front().level, 3);
  EXPECT_EQ(all.lines.back().event, "started");
  EXPECT_EQ(read_log(file, 2).lines.size(), 2U);
  EXPECT_EQ(read_log(file, 3).lines.size(), 1U);
}

TEST(LogTail, TimesAreChinas) {
  test::TempDirectory const directory;
  auto const file = directory / "kiosk.log";
  test::write_all(file, R"({"time":"2026-11-25T23:05:03.120Z","level":"info","event":"started"})"
                        "\n");
  auto const seen = read_log(file, 0);
  ASSERT_EQ(seen.lines.size(), 1U);
  EXPECT_EQ(seen.lines.front().when, "2026-11-26 07:05:03");
}

TEST(LogTail, SaysWhyThereIsNone) {
  test::TempDirectory const directory;
  EXPECT_NE(read_log({}, 0).problem.find("journalctl"), std::string::npos);
  EXPECT_NE(read_log(directory / "none.log", 0).problem.find("none.log"), std::string::npos);
}

}  // namespace
}  // namespace ce::staff_desk
