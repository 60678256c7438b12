#include <sys/wait.h>
#include <unistd.h>

#include "central/postgres/contract.h"

namespace ce::test {
namespace {

using testing::HasSubstr;

struct Schema : testing::Test {
  TestStore place;
  std::int64_t tables(storage::Database& database, std::string const& name) {
    auto const* const sql = on_postgresql()
                                ? "SELECT count(*) FROM information_schema.tables WHERE table_name = $1"
                                : "SELECT count(*) FROM sqlite_master WHERE name = $1";
    auto row = database.prepare(sql);
    return row.bind(1, name).step().value() ? row.integer(0) : -1;
  }
};

TEST_F(Schema, TakesTheMissingStepsAndKeepsTheRows) {
  { ASSERT_TRUE(place.open(one_step)->execute("INSERT INTO visitors (id, name) VALUES (1, 'a')")); }
  auto database = place.open(two_steps).value();
  EXPECT_TRUE(database.execute("INSERT INTO visits VALUES (1)"));
  EXPECT_TRUE(place.open(two_steps)) << "nothing is missing";
}

TEST_F(Schema, AFailingStepLeavesEverythingAsItWas) {
  { ASSERT_TRUE(place.open(one_step)); }
  std::array<storage::Migration, 3> const steps{{two_steps[0], two_steps[1], {"broken", "CREATE NONSENSE"}}};
  auto const failed = place.open(steps);
  ASSERT_FALSE(failed);
  EXPECT_THAT(failed.failure().detail, HasSubstr("broken"));
  auto database = place.open(one_step).value();
  EXPECT_EQ(tables(database, "visits"), 0);
}

TEST_F(Schema, ANewerOneIsRefused) {
  { ASSERT_TRUE(place.open(two_steps)); }
  auto const older = place.open(one_step);
  ASSERT_FALSE(older);
  EXPECT_EQ(older.failure().code, FailureCode::storage_newer) << describe(older.failure());
  EXPECT_TRUE(place.open(two_steps));
}

TEST_F(Schema, AnotherProgramsIsRefused) {
  std::array<storage::Migration, 2> const others{
      {{"ledger", "CREATE TABLE ledger (id BIGINT)"}, two_steps[1]}};
  {
    std::array<storage::Migration, 1> const ledger{others[0]};
    ASSERT_TRUE(place.open(ledger));
  }
  auto const refused = place.open(two_steps);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.failure().code, FailureCode::storage_unopenable) << describe(refused.failure());
}

TEST_F(Schema, TablesThatAreNoneOfOursAreLeftAlone) {
  {
    auto database = place.open({});
    ASSERT_TRUE(database) << describe(database.failure());
    ASSERT_TRUE(database->execute("CREATE TABLE theirs (id BIGINT)"));
  }
  auto const refused = place.open(two_steps);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.failure().code, FailureCode::storage_unopenable) << describe(refused.failure());
}

TEST_F(Schema, ProcessesThatStartTogetherMigrateOnce) {
  std::array<pid_t, 4> children{};
  for (auto& child : children) {
    child = ::fork();
    if (child != 0) continue;
    auto const opened = place.open(two_steps);
    if (!opened) (void)!::write(2, describe(opened.failure()).c_str(), describe(opened.failure()).size());
    ::_exit(opened ? 0 : 1);
  }
  for (auto const child : children) {
    int status = -1;
    ::waitpid(child, &status, 0);
    EXPECT_EQ(status, 0);
  }
  auto database = place.open(two_steps).value();
  auto row = database.prepare("SELECT count(*) FROM schema_steps WHERE step > 0");
  ASSERT_TRUE(row.step().value());
  EXPECT_EQ(row.integer(0), 2);
}

}  // namespace
}  // namespace ce::test
