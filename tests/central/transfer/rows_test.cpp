#include "central/transfer/rows.h"

#include <gtest/gtest.h>

#include <array>

#include "support/store/test_store.h"

namespace ce::test {
namespace {

constexpr std::array<storage::Migration, 1> steps{
    {{"all kinds",
      "CREATE TABLE things (id BIGINT PRIMARY KEY, word TEXT, photo BYTEA);"
      "CREATE TABLE owners (thing BIGINT NOT NULL REFERENCES things (id), name TEXT NOT NULL, "
      "PRIMARY KEY (name, thing))"}}};

struct Rows : testing::Test {
  TestStore place;
  storage::Database database = place.open(steps).value();
  std::vector<transfer::Table> tables = transfer::catalogue(database).value();
};

TEST_F(Rows, TheCatalogueIsTheDatabasesOwn) {
  ASSERT_EQ(tables.size(), 2U);
  EXPECT_EQ(tables[0].name, "things") << "before what refers to it";
  EXPECT_EQ(transfer::columns_of(tables[0]), "id, photo, word");
  EXPECT_EQ(tables[0].columns[1].kind, transfer::Kind::bytes);
  EXPECT_EQ(tables[1].key, (std::vector<std::string>{"name", "thing"}));
  EXPECT_EQ(tables[1].references, std::vector<std::string>{"things"});
}

TEST_F(Rows, EveryValueComesBackFromItsLine) {
  std::string const word = "a\tb\nc\\d\\N\re龙\U00020087";
  auto insert = database.prepare("INSERT INTO things (id, photo, word) VALUES ($1, $2, $3)");
  ASSERT_TRUE(insert.bind(1, INT64_MIN).bind_blob(2, std::string{"\0\xFF\\", 3}).bind(3, word).run());
  ASSERT_TRUE(insert.bind(1, INT64_MAX).bind_null(2).bind(3, "").run());
  std::vector<std::string> lines;
  auto const take = [&](std::string_view line, std::int64_t) -> Result<void> {
    lines.emplace_back(line);
    return {};
  };
  auto const before = transfer::read_rows(database, tables[0], take).value();
  ASSERT_EQ(lines.size(), 2U);
  EXPECT_EQ(lines[1], "9223372036854775807\t\\N\t\n");
  ASSERT_TRUE(database.execute("DELETE FROM things"));
  for (auto const& line : lines) {
    ASSERT_TRUE(transfer::bind_line(insert, std::string_view{line}.substr(0, line.size() - 1), tables[0]));
    ASSERT_TRUE(insert.run());
  }
  EXPECT_EQ(transfer::read_rows(database, tables[0], {}).value(), before);
  auto row = database.prepare("SELECT word, photo FROM things ORDER BY id");
  ASSERT_TRUE(row.step().value());
  EXPECT_EQ(row.text(0), word);
  EXPECT_EQ(row.blob(1), (std::string{"\0\xFF\\", 3}));
}

TEST_F(Rows, GarbledLinesAreRefused) {
  auto insert = database.prepare("INSERT INTO things (id, photo, word) VALUES ($1, $2, $3)");
  for (auto const* line : {"", "1", "1\t\\N", "1\t\\N\ta\tb", "x\t\\N\ta", "1\t\\N\ta\\", "1\t\\N\t\\q",
                           "1\t6\ta", "1\t\\\\x6\ta", "99999999999999999999\t\\N\ta"}) {
    EXPECT_FALSE(transfer::bind_line(insert, line, tables[0])) << line;
  }
}

}  // namespace
}  // namespace ce::test
