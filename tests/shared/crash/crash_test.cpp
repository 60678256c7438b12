#include "shared/crash/crash.h"

#include <gmock/gmock.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <functional>
#include <thread>

#include "shared/log/log.h"
#include "support/files.h"
#include "support/temp_directory.h"

namespace ce::crash {
namespace {

using testing::HasSubstr;
using testing::MatchesRegex;
using testing::Not;

/// How another process ended that did `what`; its standard error goes nowhere.
int ended(std::function<void()> const& what) {
  auto const child = ::fork();
  if (child == 0) {
    if (std::freopen("/dev/null", "w", stderr) == nullptr) ::_exit(99);
    what();
    ::_exit(0);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  return status;
}

struct Crash : testing::Test {
  test::TempDirectory directory;
  std::filesystem::path place = directory / "crashes";

  [[nodiscard]] std::string report() const {
    auto const all = reports(place);
    return all.size() == 1 ? test::read_all(all.front()) : std::to_string(all.size()) + " reports";
  }
};

// A name and a number that no report may hold.
constexpr auto name = "欧阳建国";
constexpr auto number = "11010518991231002X";

TEST_F(Crash, AFaultLeavesAReportWithoutWhatTheProgramHadInMind) {
  int const status = ended([this] {
    report_to(place, "ce-test", "1.2.3");
    auto const logger = *log::Logger::to_file(directory / "log", 1U << 20U, 1);
    std::string const person = std::string{name} + number;
    logger.event(log::Event::card_read);
    logger.event(log::Event::person_looked_up, {{"where", person}});
    std::thread{[] {
      (void)::prctl(PR_SET_NAME, "inquiries");
      int volatile* volatile nowhere = nullptr;
      *nowhere = 1;
    }}.join();
  });
  EXPECT_TRUE(WIFSIGNALED(status) || WEXITSTATUS(status) != 0);
  auto const told = report();
  EXPECT_THAT(told, HasSubstr("program ce-test 1.2.3\n"));
  EXPECT_THAT(told, MatchesRegex("(.|\n)*build [0-9a-f]+\n(.|\n)*"));
  EXPECT_THAT(told, HasSubstr("signal SIGSEGV\nthread inquiries\nevent card_read\nevent person_looked_up\n"));
  EXPECT_THAT(told, HasSubstr("frame ce-test+0x"));
  EXPECT_THAT(told, Not(HasSubstr(name)));
  EXPECT_THAT(told, Not(HasSubstr(number)));
}

TEST_F(Crash, AnAbortEndsTheProgramAsBefore) {
  int const status = ended([this] {
    report_to(place, "ce-test", "1");
    std::abort();
  });
  EXPECT_TRUE(WIFSIGNALED(status) && WTERMSIG(status) == SIGABRT);
  EXPECT_THAT(report(), HasSubstr("signal SIGABRT\n"));
}

TEST_F(Crash, OnlyTheNewestReportsAreKept) {
  std::filesystem::create_directory(place);
  for (int i = 10; i < 40; ++i)
    test::write_all(place / ("crash-0000000000" + std::to_string(i) + "-0.txt"), "");
  test::write_all(place / "something-else", "");
  (void)ended([this] {
    report_to(place, "ce-test", "1");
    std::abort();
  });
  auto const left = reports(place);
  EXPECT_EQ(left.size(), most_kept);
  EXPECT_EQ(left.back().filename(), "crash-000000000031-0.txt");
  EXPECT_TRUE(std::filesystem::exists(place / "something-else"));
}

TEST_F(Crash, ADirectoryThatCannotBeHadChangesNothing) {
  int const status = ended([] {
    report_to("/proc/none", "ce-test", "1");
    std::abort();
  });
  EXPECT_TRUE(WIFSIGNALED(status) && WTERMSIG(status) == SIGABRT);
}

}  // namespace
}  // namespace ce::crash
