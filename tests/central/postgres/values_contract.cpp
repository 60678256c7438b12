#include <limits>
#include <numeric>

#include "central/postgres/contract.h"

namespace ce::test {
namespace {

using testing::HasSubstr;
using testing::Not;

using Values = Contract;

TEST_F(Values, IntegersAreExactToTheirEnds) {
  using Limits = std::numeric_limits<std::int64_t>;
  for (std::int64_t const value : {Limits::min(), Limits::min() + 1, std::int64_t{-1}, std::int64_t{0},
                                   (std::int64_t{1} << 53) + 1, Limits::max()}) {
    ASSERT_TRUE(database.execute("DELETE FROM visitors"));
    ASSERT_TRUE(add(value, "a"));
    auto row = database.prepare("SELECT id, CAST($1 AS BIGINT) FROM visitors WHERE id = $1");
    ASSERT_TRUE(row.bind(1, value).step().value()) << value;
    EXPECT_EQ(row.integer(0), value);
    EXPECT_EQ(row.integer(1), value);
  }
}

TEST_F(Values, TextKeepsEveryCharacter) {
  std::string const text = "龙\U00020087\U0002B4E6·'\"\\\n\t%_$1 end ";
  ASSERT_TRUE(add(1, text));
  auto row = database.prepare("SELECT name FROM visitors WHERE name = $1");
  ASSERT_TRUE(row.bind(1, text).step().value());
  EXPECT_EQ(row.text(0), text);
  std::string const longest(3'000'000, 'x');
  auto big = database.prepare("SELECT CAST($1 AS TEXT)");
  ASSERT_TRUE(big.bind(1, longest).step().value());
  EXPECT_EQ(big.text(0), longest);
}

TEST_F(Values, BlobsKeepEveryByte) {
  std::string bytes(256, '\0');
  std::iota(bytes.begin(), bytes.end(), '\0');
  for (auto const& photo : {bytes, std::string{}}) {
    ASSERT_TRUE(database.execute("DELETE FROM visitors"));
    auto insert = database.prepare("INSERT INTO visitors (photo, name, id) VALUES ($3, $2, $1)");
    ASSERT_TRUE(insert.bind(1, 1).bind(2, "a").bind_blob(3, photo).run());
    auto row = database.prepare("SELECT photo FROM visitors WHERE photo = $1");
    ASSERT_TRUE(row.bind_blob(1, photo).step().value());
    EXPECT_EQ(row.blob(0), photo);
    EXPECT_FALSE(row.is_null(0));
  }
}

TEST_F(Values, NullIsNeitherEmptyNorZero) {
  auto row =
      database.prepare("SELECT CAST($1 AS TEXT), CAST($2 AS TEXT), CAST($3 AS BIGINT), CAST($4 AS BIGINT)");
  row.bind(1, std::string_view{}).bind(2, std::optional<std::string>{});
  row.bind(3, std::optional<std::int64_t>{}).bind(4, std::int64_t{0});
  ASSERT_TRUE(row.step().value());
  EXPECT_EQ(row.optional_text(0), "");
  EXPECT_EQ(row.optional_text(1), std::nullopt);
  EXPECT_EQ(row.optional_integer(2), std::nullopt);
  EXPECT_EQ(row.optional_integer(3), 0);
}

TEST_F(Values, TextIsOrderedByItsBytes) {
  for (int i = 0; auto const* name : {"b", "B", "a", "龙", "_", "1"}) ASSERT_TRUE(add(++i, name));
  std::string order;
  auto rows = database.prepare("SELECT name FROM visitors ORDER BY name");
  while (rows.step().value()) order += rows.text(0);
  EXPECT_EQ(order, "1B_ab龙");
}

TEST_F(Values, StatementsAreBoundAndRunAgain) {
  auto insert = database.prepare("INSERT INTO visitors (id, name) VALUES ($1, $2)");
  for (std::int64_t id = 0; id < 50; ++id) ASSERT_TRUE(insert.bind(1, id).bind(2, std::to_string(id)).run());
  EXPECT_EQ(database.changes(), 1);
  auto select = database.prepare("SELECT name FROM visitors WHERE id >= $1 ORDER BY id");
  ASSERT_TRUE(select.bind(1, 3).step().value());
  ASSERT_TRUE(select.bind(1, 7).step().value());  // in the middle of its rows
  EXPECT_EQ(select.text(0), "7");
  ASSERT_TRUE(database.execute("UPDATE visitors SET photo = NULL WHERE id < 20"));
  EXPECT_EQ(database.changes(), 20);
  { ASSERT_TRUE(database.prepare("SELECT CAST($1 AS TEXT)").bind(1, "left over").run()); }
  auto again = database.prepare("SELECT CAST($1 AS TEXT)");
  ASSERT_TRUE(again.step().value());
  EXPECT_TRUE(again.is_null(0)) << "bindings do not outlive the statement";
}

TEST_F(Values, LoopsMayNestAndBeLeft) {
  for (std::int64_t id = 0; id < 300; ++id) ASSERT_TRUE(add(id, std::to_string(id)));
  std::int64_t sum = 0;
  auto outer = database.prepare("SELECT id FROM visitors ORDER BY id");
  while (outer.step().value()) {
    auto const outer_id = outer.integer(0);
    auto inner = database.prepare("SELECT name FROM visitors WHERE id >= $1 ORDER BY id");
    ASSERT_TRUE(inner.bind(1, outer_id).step().value());
    EXPECT_EQ(inner.text(0), std::to_string(outer_id));
    EXPECT_EQ(outer.integer(0), outer_id) << "the outer row stays where it is";
    sum += outer_id;
  }
  EXPECT_EQ(sum, 299 * 300 / 2);
}

TEST_F(Values, ChangingRowsGivesThemBack) {
  ASSERT_TRUE(add(1, "a"));
  auto change = database.prepare("UPDATE visitors SET name = $2 WHERE id = $1 RETURNING id, name");
  ASSERT_TRUE(change.bind(1, 1).bind(2, "b").step().value());
  EXPECT_EQ(change.text(1), "b");
  EXPECT_FALSE(change.step().value());
  auto upsert = database.prepare(
      "INSERT INTO visitors (id, name) VALUES ($1, $2) ON CONFLICT (id) DO UPDATE SET name = excluded.name");
  ASSERT_TRUE(upsert.bind(1, 1).bind(2, "c").run());
  ASSERT_TRUE(upsert.bind(1, 2).bind(2, "d").run());
  EXPECT_EQ(count(database), 2);
}

TEST_F(Values, MistakesAreToldByStepAndNameNoValue) {
  auto const wrong = database.prepare("SELECT nothing FROM nowhere").run();
  ASSERT_FALSE(wrong);
  EXPECT_EQ(wrong.failure().code, FailureCode::storage_fault);
  EXPECT_THAT(wrong.failure().detail, HasSubstr("nowhere"));
  auto const missing = database.prepare("SELECT CAST($1 AS TEXT)").bind(2, "personal").run();
  ASSERT_FALSE(missing);
  EXPECT_THAT(missing.failure().detail, HasSubstr("$2"));
  EXPECT_THAT(missing.failure().detail, Not(HasSubstr("personal")));
  EXPECT_FALSE(database.prepare("SELECT 1; DELETE FROM visitors").run());
  EXPECT_FALSE(database.execute("CREATE TABLE a (id BIGINT); CREATE NONSENSE"));
}

TEST_F(Values, ConstraintsAreAKindOfTheirOwnAndNameNoValue) {
  ASSERT_TRUE(add(1, "personal"));
  auto const twice = add(2, "personal");
  ASSERT_FALSE(twice);
  EXPECT_EQ(twice.failure().code, FailureCode::storage_constraint);
  EXPECT_THAT(twice.failure().detail, HasSubstr("visitors"));
  EXPECT_THAT(twice.failure().detail, HasSubstr("name"));
  EXPECT_THAT(twice.failure().detail, Not(HasSubstr("personal")));
  ASSERT_TRUE(database.execute("INSERT INTO visits (visitor) VALUES (1)"));
  for (auto const* sql : {"INSERT INTO visits (visitor) VALUES (99)", "INSERT INTO visitors (id) VALUES (3)",
                          "DELETE FROM visitors WHERE id = 1"}) {
    auto const refused = database.execute(sql);
    ASSERT_FALSE(refused) << sql;
    EXPECT_EQ(refused.failure().code, FailureCode::storage_constraint) << sql;
  }
}

}  // namespace
}  // namespace ce::test
