#include "shared/base/toml_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace ce {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

TEST(TomlText, ChineseBelongsInQuotesAndComments) {
  for (auto const* text :
       {"", "a = 1\n", "hall = \"越秀大厅\" # 大厅\n", "a = '全角，'\n",
        "a = \"\"\"多\n行\\\"，\"\"\"\nb = 1", "a = '''多'，\n行'''\n", "a = \"\\\\\"\n# 注",
        "\xEF\xBB\xBF# 注\na = 1\n", "a = \"\"\"\"引\"\"\"\"\"\nb = 1", "a = \"x\\\"中\"\n"}) {
    EXPECT_FALSE(read_toml(text).fault) << text;
  }
}

struct Row {
  std::string_view text;
  int line;
  int column;
};

void expect_faults(std::initializer_list<Row> rows, std::string_view words) {
  for (auto const& [text, line, column] : rows) {
    auto const read = read_toml(text);
    ASSERT_TRUE(read.fault) << text;
    EXPECT_EQ(read.fault->line, line) << text;
    EXPECT_EQ(read.fault->column, column) << text;
    EXPECT_THAT(read.fault->what, HasSubstr(words)) << text;
    EXPECT_TRUE(read.table.empty());
  }
}

TEST(TomlText, AnywhereElseItIsNamedByItsPlace) {
  expect_faults({{"a = “x”\n", 1, 5},
                 {"a = 1，\n", 1, 6},
                 {"# 注\n\na　= 1\n", 3, 2},
                 {"大厅 = 1", 1, 1},
                 {"a = \"x\"中\n", 1, 8},
                 {"a = 'x\n中'", 2, 1},
                 {"a = \"\\中\"", 1, 7},
                 {"a = \"\"\"\n\\\n  中\"\"\"", 3, 3},
                 {"a = \"\"\"x\"\"\"\n。", 2, 1},
                 {"a = '中文' 、 # 注\n", 1, 10}},
                "全角字符");
}

// Where a quote stands that opens nothing, what follows it reaches the library, which was undefined for what
// is behind a value in these ranges of it.
TEST(TomlText, WhatStandsInQuotesThatOpenNothingIsRefusedToo) {
  expect_faults({{"address = 2\"\u03FE.\n", 1, 12},
                 {"seconds = 60==\"\"\"\"[\uFEFBx", 1, 13},
                 {"a = 1\"\u3001\n", 1, 6},
                 {"a = 1\"\u00E9\"\n", 1, 6},
                 {"a = 1_\"\u3002\"\n", 1, 7}},
                "Error while parsing");
}

TEST(TomlText, AFaultIsToldInOneLine) {
  auto const read = read_toml("a = 1\nb = \n");
  ASSERT_TRUE(read.fault);
  EXPECT_THAT(read.fault->told(), StartsWith("line 2, column 5: Error while parsing"));
}

}  // namespace
}  // namespace ce
