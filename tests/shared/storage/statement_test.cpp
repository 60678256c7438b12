#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "shared/storage/steps.h"
#include "support/temp_directory.h"

namespace ce::test {
namespace {

using testing::HasSubstr;
using testing::Not;

struct StatementTest : testing::Test {
  TempDirectory directory;
  storage::Database database = open_one_step(directory / "a.db").value();
};

TEST_F(StatementTest, GivesBackWhatWasBoundByNumber) {
  std::string const photo{"\0\xFFz", 3};
  auto insert = database.prepare("INSERT INTO visitors (photo, name, id) VALUES ($3, $2, $1)");
  ASSERT_TRUE(insert.bind(1, std::int64_t{1} << 40).bind(2, "龙\U00020087").bind_blob(3, photo).run());
  EXPECT_EQ(database.changes(), 1);
  auto select = database.prepare("SELECT id, name, photo FROM visitors");
  ASSERT_TRUE(select.step().value());
  EXPECT_EQ(select.integer(0), std::int64_t{1} << 40);
  EXPECT_EQ(select.text(1), "龙\U00020087");
  EXPECT_EQ(select.blob(2), photo);
  EXPECT_FALSE(select.step().value());
}

TEST_F(StatementTest, TellsNullFromEmpty) {
  auto select = database.prepare("SELECT CAST($1 AS TEXT), CAST($2 AS TEXT), CAST($3 AS BIGINT)");
  select.bind(1, std::string_view{})
      .bind(2, std::optional<std::string>{})
      .bind(3, std::optional<std::int64_t>{});
  ASSERT_TRUE(select.step().value());
  EXPECT_EQ(select.optional_text(0), "");
  EXPECT_EQ(select.optional_text(1), std::nullopt);
  EXPECT_EQ(select.optional_integer(2), std::nullopt);
}

TEST_F(StatementTest, MayBeBoundAndRunAgain) {
  auto insert = database.prepare("INSERT INTO visitors (id, name) VALUES ($1, $2)");
  for (std::int64_t id = 0; id < 50; ++id) ASSERT_TRUE(insert.bind(1, id).bind(2, std::to_string(id)).run());
  EXPECT_EQ(count(database), 50);
  auto select = database.prepare("SELECT name FROM visitors WHERE id >= $1 ORDER BY id");
  ASSERT_TRUE(select.bind(1, std::int64_t{3}).step().value());
  ASSERT_TRUE(select.bind(1, std::int64_t{7}).step().value());  // in the middle of its rows
  EXPECT_EQ(select.text(0), "7");
}

TEST_F(StatementTest, TwoOfTheSameTextDoNotShareAState) {
  ASSERT_TRUE(add(database, 1, "a"));
  ASSERT_TRUE(add(database, 2, "b"));
  auto first = database.prepare("SELECT name FROM visitors ORDER BY id");
  auto second = database.prepare("SELECT name FROM visitors ORDER BY id");
  ASSERT_TRUE(first.step().value());
  ASSERT_TRUE(first.step().value());
  ASSERT_TRUE(second.step().value());
  EXPECT_EQ(first.text(0), "b");
  EXPECT_EQ(second.text(0), "a");
}

TEST_F(StatementTest, BindingsDoNotOutliveTheStatement) {
  ASSERT_TRUE(database.prepare("SELECT $1").bind(1, "left over").run());
  auto again = database.prepare("SELECT $1");
  ASSERT_TRUE(again.step().value());
  EXPECT_TRUE(again.is_null(0));
}

TEST_F(StatementTest, WrongSqlAndWrongParametersAreReportedByStep) {
  auto const wrong = database.prepare("SELECT nothing FROM nowhere").run();
  ASSERT_FALSE(wrong);
  EXPECT_EQ(wrong.failure().code, FailureCode::storage_fault);
  EXPECT_THAT(wrong.failure().detail, HasSubstr("nowhere"));

  auto const missing = database.prepare("SELECT $1").bind(2, "personal").run();
  ASSERT_FALSE(missing);
  EXPECT_THAT(missing.failure().detail, HasSubstr("$2"));
  EXPECT_THAT(missing.failure().detail, Not(HasSubstr("personal")));

  EXPECT_FALSE(database.prepare("SELECT 1; DELETE FROM visitors").run());
}

TEST_F(StatementTest, ConstraintsAreAKindOfTheirOwn) {
  ASSERT_TRUE(add(database, 1, "a"));
  auto const twice = add(database, 2, "a");
  ASSERT_FALSE(twice);
  EXPECT_EQ(twice.failure().code, FailureCode::storage_constraint);
  EXPECT_THAT(twice.failure().detail, HasSubstr("visitors.name"));
}

TEST_F(StatementTest, TransactionsAreKeptOrTakenBackWhole) {
  {
    auto transaction = database.begin();
    ASSERT_TRUE(transaction);
    ASSERT_TRUE(add(database, 1, "a"));
  }
  EXPECT_EQ(count(database), 0);
  {
    auto transaction = database.begin();
    ASSERT_TRUE(add(database, 1, "a"));
    EXPECT_FALSE(database.begin());
    ASSERT_TRUE(transaction->commit());
  }
  EXPECT_EQ(count(database), 1);
}

TEST_F(StatementTest, SavepointsAreTakenBackAlone) {
  EXPECT_FALSE(database.savepoint());  // there is nothing around it
  auto transaction = database.begin().value();
  ASSERT_TRUE(add(database, 1, "kept"));
  {
    auto outer = database.savepoint().value();
    ASSERT_TRUE(add(database, 2, "kept too"));
    {
      auto inner = database.savepoint().value();
      ASSERT_TRUE(add(database, 3, "taken back"));
      EXPECT_FALSE(add(database, 3, "twice"));
    }
    ASSERT_TRUE(outer.commit());
  }
  ASSERT_TRUE(transaction.commit());
  EXPECT_EQ(count(database), 2);
}

}  // namespace
}  // namespace ce::test
