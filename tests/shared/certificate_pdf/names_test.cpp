// Every name that may stand on a sheet, read back by the tools that others will read it with.
#include <gtest/gtest.h>

#include <sstream>

#include "shared/certificate_pdf/sample_sheet.h"
#include "shared/certificate_pdf/sheet_tools.h"

namespace ce::certificate_pdf::testing {
namespace {

struct NamedCase {
  char const* label;
  char const* name;
};

void PrintTo(NamedCase const& named, std::ostream* out) {
  *out << named.label;
}

class SheetWithName : public ::testing::TestWithParam<NamedCase> {
 protected:
  void SetUp() override {
    auto sheet = sample_sheet();
    sheet.name = GetParam().name;
    auto const pdf = render(sheet, fonts());
    ASSERT_TRUE(pdf.ok()) << describe(pdf.failure());
    bytes_ = *pdf;
    file_ = saved(directory_, bytes_);
  }

  test::TempDirectory directory_;
  std::string bytes_;
  std::string file_;
};

TEST_P(SheetWithName, IsReadBackExactly) {
  auto const text = run("pdftotext -enc UTF-8 " + file_ + " -");
  ASSERT_EQ(text.exit_code, 0);
  EXPECT_NE(text.output.find(GetParam().name), std::string::npos) << text.output;
  EXPECT_NE(text.output.find("44010625000128"), std::string::npos) << text.output;
  EXPECT_NE(squeezed(text.output)
                .find(squeezed(GetParam().name) +
                      "参加专业技术人员继续教育学习，经审核，已完成2025年度专业技术人员继续教育学习任务，根据"
                      "《广东省专业技术人员继续教育条例》，特发此证。"),
            std::string::npos)
      << text.output;
}

TEST_P(SheetWithName, IsASoundAndSmallFile) {
  EXPECT_LT(bytes_.size(), 60'000U);
  auto const check = run("qpdf --check " + file_ + " 2>&1");
  EXPECT_EQ(check.exit_code, 0) << check.output;
  auto const embedded = run("pdffonts " + file_ + " | tail -n +3");
  std::size_t lines = 0;
  std::istringstream rows(embedded.output);
  for (std::string row; std::getline(rows, row); ++lines) {
    EXPECT_NE(row.find(" yes yes yes "), std::string::npos) << row;  // embedded, subset, to Unicode
  }
  EXPECT_EQ(lines, 2U);
}

TEST_P(SheetWithName, LeavesTheInkInsideTheFrame) {
  // Between the body's right edge and the frame nothing may stand, however long the name is:
  // a strip of 12 mm at 100 dpi, in grey.
  auto const strip = run("pdftoppm -r 100 -gray -x 1020 -y 240 -W 50 -H 300 " + file_);
  ASSERT_EQ(strip.exit_code, 0);
  auto const pixels = strip.output.substr(strip.output.size() - 50 * 300);
  for (char const pixel : pixels) ASSERT_GT(static_cast<unsigned char>(pixel), 200);
}

INSTANTIATE_TEST_SUITE_P(
    Names, SheetWithName,
    ::testing::Values(
        NamedCase{"two", "蔡元"}, NamedCase{"three", "詹天佑"}, NamedCase{"four", "欧阳予倩"},
        NamedCase{"one", "禾"}, NamedCase{"long_s", "李䶮"}, NamedCase{"plane_2_b", "王𠂇"},
        NamedCase{"plane_2_c", "陈𫓦"}, NamedCase{"last_of_b", "林𪛕"},
        NamedCase{"sixty_four_strokes", "龙𪚥"}, NamedCase{"plane_2_e", "黄𬬭"},
        NamedCase{"new_in_2022", "何鿫"}, NamedCase{"extension_a", "赵㛃"},
        NamedCase{"three_planes", "𠂇𫓦𪚥䶮"}, NamedCase{"uyghur", "阿卜杜热合曼·买买提"},
        NamedCase{"twenty_five", "阿卜杜热合曼·买买提明·努尔艾合麦提·伊敏江·托合提"},
        NamedCase{"dot_of_other_code", "卡米力•艾力"}, NamedCase{"tibetan", "索朗旺堆"},
        NamedCase{"latin", "Alexander Graham Bell"}, NamedCase{"latin_accents", "Łukasz O'Connor-Müller"},
        NamedCase{"latin_longest", "Johann Gambolputty de von Ausfern Schplenden Schlitter Crass"},
        NamedCase{
            "sixty_han",
            "一七万丈三上下不与丑专且世丘丙业丛东丝丞两严丧个中丰串临丸丹为主丽举乃久么义之乌乍乎乏乐乒乓乔"
            "乖乘乙九也习乡书买乱"}),
    [](auto const& named) { return std::string(named.param.label); });

}  // namespace
}  // namespace ce::certificate_pdf::testing
