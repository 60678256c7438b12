#include <sys/stat.h>

#include <cstdlib>

#include "central/postgres/contract.h"
#include "central/postgres/postgres.h"
#include "support/files.h"

namespace ce::test {
namespace {

using testing::HasSubstr;

Failure refusal(std::string const& location) {
  auto const opened = postgres::connect(location, {});
  EXPECT_FALSE(opened) << location;
  return opened ? Failure{} : opened.failure();
}

TEST(Connect, AServerThatIsNotThereIsSaid) {
  TempDirectory const empty;
  auto const failure = refusal("host=" + empty.path().string() + " user=ce dbname=ce");
  EXPECT_EQ(failure.code, FailureCode::storage_lost);
  EXPECT_THAT(failure.detail, HasSubstr("连接不上"));
}

TEST(Connect, ADatabaseThatIsNotThereIsSaid) {
  auto const failure = refusal(cluster_location("nowhere"));
  EXPECT_EQ(failure.code, FailureCode::storage_unopenable);
  EXPECT_THAT(failure.detail, HasSubstr("没有这个数据库"));
  EXPECT_THAT(failure.detail, HasSubstr("nowhere"));
}

struct Password : testing::Test {
  TempDirectory directory;
  std::filesystem::path file = directory / "pgpass";
  void SetUp() override {
    auto database = postgres::connect(cluster_location("postgres"), {}).value();
    ASSERT_TRUE(database.execute("DROP ROLE IF EXISTS locked; CREATE ROLE locked LOGIN PASSWORD 'right'"));
  }
  void say(std::string const& password) {
    write_all(file, "*:*:*:locked:" + password + "\n");
    ::chmod(file.c_str(), 0600);
  }
  std::string location() const {
    return cluster_location("postgres", "locked") + " passfile=" + file.string();
  }
};

TEST_F(Password, IsTakenFromItsFile) {
  say("right");
  auto const opened = postgres::connect(location(), {});
  EXPECT_TRUE(opened) << describe(opened.failure());
}

TEST_F(Password, AWrongOrMissingOneIsSaid) {
  EXPECT_THAT(refusal(location()).detail, HasSubstr("口令"));
  say("wrong");
  auto const failure = refusal(location());
  EXPECT_EQ(failure.code, FailureCode::storage_unopenable);
  EXPECT_THAT(failure.detail, HasSubstr("口令"));
  EXPECT_THAT(failure.detail, HasSubstr("28P01"));
}

TEST(Connect, TextOrderedOtherwiseThanByBytesIsRefused) {
  auto cluster = postgres::connect(cluster_location("postgres"), {}).value();
  ASSERT_TRUE(cluster.execute("DROP DATABASE IF EXISTS by_words"));
  ASSERT_TRUE(cluster.execute(
      "CREATE DATABASE by_words TEMPLATE template0 LOCALE_PROVIDER icu ICU_LOCALE 'zh-CN' LOCALE 'C'"));
  auto database = postgres::connect(cluster_location("by_words"), {}).value();
  auto const refused = postgres::migrate(database, cluster_location("by_words"), two_steps);
  ASSERT_FALSE(refused);
  EXPECT_THAT(refused.failure().detail, HasSubstr("LC_COLLATE"));
  EXPECT_FALSE(postgres::has_schema(database).value());
}

TEST(Connect, AnotherEncodingIsRefused) {
  auto cluster = postgres::connect(cluster_location("postgres"), {}).value();
  ASSERT_TRUE(cluster.execute("DROP DATABASE IF EXISTS in_bytes"));
  ASSERT_TRUE(cluster.execute("CREATE DATABASE in_bytes TEMPLATE template0 ENCODING 'SQL_ASCII' LOCALE 'C'"));
  EXPECT_THAT(refusal(cluster_location("in_bytes")).detail, HasSubstr("UTF8"));
}

TEST(Connect, OfSeveralHostsOneThatAnswersIsTaken) {
  TempDirectory const empty;
  auto location = cluster_location("postgres");
  location.replace(0, 5, "host=" + empty.path().string() + ",");
  EXPECT_TRUE(postgres::connect(location, {}));
}

TEST(Connect, AStatementThatTakesTooLongIsEnded) {
  auto database =
      postgres::connect(cluster_location("postgres"), {.statement_timeout = std::chrono::milliseconds{50}})
          .value();
  auto const ended = database.prepare("SELECT pg_sleep(20)").run();
  ASSERT_FALSE(ended);
  EXPECT_EQ(ended.failure().code, FailureCode::storage_busy);
  EXPECT_TRUE(database.usable());
}

}  // namespace
}  // namespace ce::test
