#include "shared/log/log.h"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <nlohmann/json.hpp>
#include <sstream>
#include <thread>

#include "shared/base/secret.h"
#include "support/files.h"
#include "support/temp_directory.h"

namespace ce::test {
namespace {

using log::Event;
using log::Field;
using log::Level;
using log::Logger;

static_assert(!std::is_constructible_v<Field, std::string_view, SecretText>);

std::vector<nlohmann::json> lines_of(std::filesystem::path const& file) {
  std::vector<nlohmann::json> lines;
  std::istringstream in{read_all(file)};
  for (std::string line; std::getline(in, line);) lines.push_back(nlohmann::json::parse(line));
  return lines;
}

TEST(Log, WritesOneJsonObjectALine) {
  TempDirectory const directory;
  auto const logger = Logger::to_file(directory / "a.log", 1U << 20U, 2).value();
  logger.event(Event::print_settled, {{"printer", "tray \"1\"\n"}, {"copies", 2}, {"ok", true}});
  auto const lines = lines_of(directory / "a.log");
  ASSERT_EQ(lines.size(), 1U);
  EXPECT_EQ(lines[0]["event"], "print_settled");
  EXPECT_EQ(lines[0]["level"], "info");
  EXPECT_EQ(lines[0]["printer"], "tray \"1\"\n");
  EXPECT_EQ(lines[0]["copies"], 2);
  EXPECT_EQ(lines[0]["ok"], true);
  EXPECT_EQ(lines[0]["time"].get<std::string>().size(), 24U);
}

TEST(Log, LeavesOutWhatIsBelowItsLevel) {
  TempDirectory const directory;
  auto const logger = Logger::to_file(directory / "a.log", 1U << 20U, 2, Level::warning).value();
  logger.event(Event::card_read);
  logger.event(Event::central_lost);
  auto const lines = lines_of(directory / "a.log");
  ASSERT_EQ(lines.size(), 1U);
  EXPECT_EQ(lines[0]["event"], "central_lost");
}

TEST(Log, StarsWhatIsShapedLikeAnIdentityNumber) {
  EXPECT_EQ(log::redact("11010519491231002X of"), "****************** of");
  EXPECT_EQ(log::redact("id=110105194912310028,"), "id=******************,");
  EXPECT_EQ(log::redact("110105491231002"), "***************");
  EXPECT_EQ(log::redact("11010519491231002"), "*****************");
  EXPECT_EQ(log::redact("44010621000001 at 1772345109120"), "44010621000001 at 1772345109120");

  TempDirectory const directory;
  auto const logger = Logger::to_file(directory / "a.log", 1U << 20U, 2).value();
  logger.event(Event::failure, {{"detail", "bad 11010519491231002X"}});
  EXPECT_EQ(read_all(directory / "a.log").find("1949"), std::string::npos);
}

TEST(Log, StaysJsonWhateverTheBytes) {
  TempDirectory const directory;
  auto const logger = Logger::to_file(directory / "a.log", 1U << 20U, 2).value();
  std::string every;
  for (int byte = 0; byte < 256; ++byte) every += static_cast<char>(byte);
  logger.event(Event::failure, {{"detail", every}});
  logger.event(Event::failure, {{"detail", "读卡器 %s {}"}});
  auto const lines = lines_of(directory / "a.log");
  ASSERT_EQ(lines.size(), 2U);
  EXPECT_EQ(lines[1]["detail"], "读卡器 %s {}");
}

TEST(Log, TurnsFilesOver) {
  TempDirectory const directory;
  auto const logger = Logger::to_file(directory / "a.log", 2000, 2).value();
  for (int i = 0; i < 200; ++i) logger.event(Event::request_served, {{"n", i}});
  std::size_t files = 0;
  for (auto const& entry : std::filesystem::directory_iterator{directory.path()}) {
    EXPECT_LE(entry.file_size(), 2000U);
    ++files;
  }
  EXPECT_EQ(files, 3U);
}

TEST(Log, WhatRootTurnsOverIsTheServices) {
  if (::geteuid() != 0) GTEST_SKIP() << "only root makes what is another's";
  constexpr uid_t service = 65534;
  TempDirectory const directory;
  ASSERT_EQ(::chown(directory.path().c_str(), service, service), 0);
  auto const logger = Logger::to_file(directory / "a.log", 2000, 2).value();
  for (int i = 0; i < 200; ++i) logger.event(Event::request_served, {{"n", i}});
  for (auto const* const name : {"a.log", "a.1.log", "a.2.log"}) {
    struct stat about {};
    ASSERT_EQ(::stat((directory / name).c_str(), &about), 0) << name;
    EXPECT_EQ(about.st_uid, service) << name;
  }
}

TEST(Log, ThreadsDoNotMixTheirLines) {
  TempDirectory const directory;
  auto const logger = Logger::to_file(directory / "a.log", 8U << 20U, 2).value();
  std::vector<std::thread> threads;
  for (int t = 0; t < 4; ++t) {
    threads.emplace_back([&logger, t] {
      for (int i = 0; i < 500; ++i) logger.event(Event::request_served, {{"thread", t}, {"n", i}});
    });
  }
  for (auto& thread : threads) thread.join();
  EXPECT_EQ(lines_of(directory / "a.log").size(), 2000U);
}

TEST(Log, AFileThatCannotBeMadeIsAFailure) {
  auto const failed = Logger::to_file("/proc/none/a.log", 1000, 1);
  ASSERT_FALSE(failed);
  EXPECT_EQ(failed.failure().code, FailureCode::storage_unopenable);
}

}  // namespace
}  // namespace ce::test
