#include "shared/base/toml_text.h"

#include <gtest/gtest.h>

namespace ce {
namespace {

TEST(TomlText, ChineseBelongsInQuotesAndComments) {
  for (auto const* text :
       {"", "a = 1\n", "hall = \"越秀大厅\" # 大厅\n", "a = '全角，'\n",
        "a = \"\"\"多\n行\\\"，\"\"\"\nb = 1", "a = '''多'，\n行'''\n", "a = \"\\\\\"\n# 注",
        "\xEF\xBB\xBF# 注\na = 1\n", "a = \"\"\"\"引\"\"\"\"\"\nb = 1", "a = \"x\\\"中\"\n"}) {
    EXPECT_FALSE(stray_character_line(text)) << text;
  }
}

TEST(TomlText, AnywhereElseItIsNamedByItsLine) {
  struct Row {
    char const* text;
    int line;
  };
  for (auto const& [text, line] :
       {Row{"a = “x”\n", 1}, Row{"a = 1，\n", 1}, Row{"# 注\n\na　= 1\n", 3}, Row{"大厅 = 1", 1},
        Row{"a = \"x\"中\n", 1}, Row{"a = 'x\n中'", 2}, Row{"a = \"\\中\"", 1},
        Row{"a = \"\"\"\n\\\n  中\"\"\"", 3}, Row{"a = \"\"\"x\"\"\"\n。", 2}, Row{"a = 1 # 注\n、", 2}}) {
    EXPECT_EQ(stray_character_line(text), line) << text;
  }
}

}  // namespace
}  // namespace ce
