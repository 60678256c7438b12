#include "shared/log/kept.h"

#include <gtest/gtest.h>

#include <chrono>
#include <thread>

#include "shared/log/log.h"
#include "support/files.h"
#include "support/temp_directory.h"

namespace ce::test {
namespace {

using std::chrono::days;

constexpr std::int64_t day_ms = 86'400'000;

struct LogKept : testing::Test {
  TempDirectory directory;
  Instant now = SystemClock{}.now();
  log::Kept kept{directory / "kiosk.log", 10, 180};

  [[nodiscard]] bool there(char const* name) const { return std::filesystem::exists(directory / name); }
  void written(char const* name, int days_ago, std::string const& text = "x\n") const {
    write_all(directory / name, text);
    std::filesystem::last_write_time(directory / name,
                                     std::filesystem::file_time_type::clock::now() - days{days_ago});
  }
  [[nodiscard]] std::string line_of(int days_ago) const {
    return R"({"time":")" + rfc3339({now.ms - days_ago * day_ms}) + R"(","level":"info","event":"started"})" +
           "\n";
  }
};

TEST_F(LogKept, FilesGoAfterTheirDaysAndTheOneInUseStays) {
  written("kiosk.log", 400);
  written("kiosk.1.log", 179);
  written("kiosk.2.log", 181);
  written("kiosk.10.log", 300);
  written("other.3.log", 300);
  EXPECT_EQ(log::drop_old(kept, now), 2U);
  EXPECT_TRUE(there("kiosk.log") && there("kiosk.1.log") && there("other.3.log"));
  EXPECT_FALSE(there("kiosk.2.log") || there("kiosk.10.log"));
}

TEST_F(LogKept, AFileThatNeverFillsIsSetAsideAndTheOthersMoveUp) {
  written("kiosk.log", 0, line_of(19) + line_of(0));
  written("kiosk.1.log", 20, "one\n");
  written("kiosk.10.log", 170, "ten\n");
  log::set_aside_old(kept, now);
  EXPECT_FALSE(there("kiosk.log"));
  EXPECT_EQ(read_all(directory / "kiosk.1.log"), line_of(19) + line_of(0));
  EXPECT_EQ(read_all(directory / "kiosk.2.log"), "one\n");
  EXPECT_EQ(read_all(directory / "kiosk.10.log"), "ten\n") << "nothing moves onto it";
}

TEST_F(LogKept, AYoungFileOrOneThatIsNoLogStays) {
  written("kiosk.log", 0, line_of(17));
  log::set_aside_old(kept, now);
  EXPECT_TRUE(there("kiosk.log"));
  written("kiosk.log", 300, "no line of ours\n");
  log::set_aside_old(kept, now);
  EXPECT_TRUE(there("kiosk.log"));
}

TEST_F(LogKept, TheLogGoesOnInAFileOfItsOwn) {
  written("kiosk.log", 19, line_of(19));
  written("kiosk.4.log", 200);
  {
    log::Keeper const keeper{kept};
    log::Logger::to_file(kept.file, 1U << 20U, kept.files).value().event(log::Event::started);
    for (int tries = 0; there("kiosk.4.log") && tries < 2000; ++tries) {
      std::this_thread::sleep_for(std::chrono::milliseconds{5});
    }
  }
  EXPECT_FALSE(there("kiosk.4.log"));
  EXPECT_EQ(read_all(directory / "kiosk.1.log"), line_of(19));
  EXPECT_GT(read_all(kept.file), line_of(1)) << "what is said now";
}

TEST(LogNotKept, WhereThereIsNoFileNothingIsDone) {
  log::Keeper const keeper{log::Kept{}};
  EXPECT_EQ(log::drop_old({}, Instant{}), 0U);
}

}  // namespace
}  // namespace ce::test
