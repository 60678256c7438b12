// Batches of many processes on one store, some of them killed: no gap, no duplicate, nobody left out.
#include <fcntl.h>
#include <gmock/gmock.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <thread>

#include "central/issuing/fixture.h"

namespace ce::test {
namespace {

constexpr int clients = 16;
constexpr int people = 1500;
constexpr Instant then{1'780'300'000'000};  // 2026-06-01 in China

registration::Actor clerk(int i) {
  return {.account = "clerk-" + std::to_string(i),
          .party = credit::Party::hrss,
          .level = credit::Level::county,
          .region = i % 2 == 0 ? "440104" : "440106"};
}

/// One client: this program again, since a process must not use a database that its parent had open.
TEST(OneClient, ApprovesEverybodyReady) {
  char const* const location = std::getenv("CE_CLIENT_STORE");
  if (location == nullptr) GTEST_SKIP() << "started by SixteenAtOnceAndSomeOfThemKilled";
  auto const i = std::atoi(std::getenv("CE_CLIENT"));
  auto const id = EntryId::parse(std::getenv("CE_CLIENT_BATCH")).value();
  auto opened = store::Store::open(location, rulebook(), {{}, 1});
  ASSERT_TRUE(opened) << describe(opened.failure());
  for (int attempt = 0; attempt < 50; ++attempt) {
    auto const done = issuing::issue_batch(*opened, clerk(i), {id, 2026, china_date(then), {}}, then);
    if (done) return;
    // A file's writers may wait in vain for each other; a server's must not, whoever else issues.
    ASSERT_EQ(done.failure().code, FailureCode::storage_busy) << describe(done.failure());
  }
  FAIL() << "busy for ever";
}

struct Processes : BatchTest {
  void SetUp() override {
    BatchTest::SetUp();
    complete_people(people);
    // Half of them are of another county, so that two counters are contended.
    write("UPDATE professionals SET region = '440104' WHERE id % 2 = 0");
    refresh_all(people);
    for (int i = 0; i < clients; ++i) ids.push_back(EntryId::make().text());
  }
  pid_t start(int i) const {
    std::vector<std::string> words{"test", "--gtest_filter=OneClient.*", "--gtest_brief=1"};
    std::vector<std::string> settings{"CE_CLIENT_STORE=" + place.location(), "CE_CLIENT=" + std::to_string(i),
                                      "CE_CLIENT_BATCH=" + ids.at(static_cast<std::size_t>(i))};
    std::vector<char*> arguments;
    for (auto& word : words) arguments.push_back(word.data());
    std::vector<char*> environment;
    for (auto& setting : settings) environment.push_back(setting.data());
    arguments.push_back(nullptr);
    environment.push_back(nullptr);
    posix_spawn_file_actions_t quiet;
    posix_spawn_file_actions_init(&quiet);
    posix_spawn_file_actions_addopen(&quiet, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    pid_t child = -1;
    EXPECT_EQ(posix_spawn(&child, "/proc/self/exe", &quiet, nullptr, arguments.data(), environment.data()),
              0);
    posix_spawn_file_actions_destroy(&quiet);
    return child;
  }
  /// What became of it: its exit code, nothing where it was killed.
  static std::optional<int> end_of(pid_t child) {
    int status = 0;
    EXPECT_EQ(::waitpid(child, &status, 0), child);
    return WIFEXITED(status) ? std::optional{WEXITSTATUS(status)} : std::nullopt;
  }
  std::vector<std::string> ids;
};

TEST_F(Processes, SixteenAtOnceAndSomeOfThemKilled) {
  std::vector<pid_t> children;
  for (int i = 0; i < clients; ++i) children.push_back(start(i));
  for (int waited = 0; waited < 400 && std::stoi(value("SELECT COUNT(*) FROM certificates")) == 0; ++waited) {
    std::this_thread::sleep_for(std::chrono::milliseconds{50});
  }
  for (int i = 0; i < clients; i += 2) ::kill(children[static_cast<std::size_t>(i)], SIGKILL);
  std::vector<int> killed;
  for (int i = 0; i < clients; ++i) {
    auto const code = end_of(children[static_cast<std::size_t>(i)]);
    if (!code) killed.push_back(i);
    EXPECT_EQ(code.value_or(0), 0) << "client " << i;
  }
  EXPECT_FALSE(killed.empty());
  for (int const i : killed) EXPECT_EQ(end_of(start(i)), 0) << "those that were killed go on";
  for (std::string const region : {"440104", "440106"}) {
    auto const of_region = " FROM certificates WHERE region = '" + region + "'";
    EXPECT_EQ(value("SELECT COUNT(*)" + of_region), "750");
    EXPECT_EQ(value("SELECT COUNT(DISTINCT professional)" + of_region), "750");
    EXPECT_EQ(value("SELECT MIN(number)" + of_region), region + "26000001");
    EXPECT_EQ(value("SELECT MAX(number)" + of_region), region + "26000750");
  }
  EXPECT_EQ(value("SELECT COUNT(*) FROM issue_batches WHERE finished_ms IS NOT NULL"),
            std::to_string(clients));
  EXPECT_EQ(value("SELECT SUM(issued) FROM issue_batches"), std::to_string(people));
  EXPECT_EQ(value("SELECT SUM(CAST(last_number AS BIGINT) - CAST(first_number AS BIGINT) + 1) FROM "
                  "issue_batch_runs"),
            std::to_string(people));
  EXPECT_EQ(value("SELECT COUNT(*) FROM yearly_standings WHERE state <> 'issued' AND year = 2026"), "0");
}

}  // namespace
}  // namespace ce::test
