#include "central/admin/table.h"

#include <gtest/gtest.h>

#include <sstream>

namespace ce::test {
namespace {

TEST(AdminTable, ChineseCharactersTakeTwoCells) {
  std::ostringstream out;
  admin::print_aligned(out, {{"name", "region"}, {{"**明", "440106"}, {"J*** S****", "440304"}}});
  EXPECT_EQ(out.str(),
            "name        region\n"
            "**明        440106\n"
            "J*** S****  440304\n");
}

TEST(AdminTable, CsvQuotesAndDefusesFormulas) {
  std::ostringstream out;
  admin::print_csv(out, {{"a", "b"}, {{"x,\"y\"", "=1+2"}, {"@cmd", "-3"}, {"plain", ""}}});
  EXPECT_EQ(out.str(), "a,b\n\"x,\"\"y\"\"\",'=1+2\n'@cmd,'-3\nplain,\n");
}

}  // namespace
}  // namespace ce::test
