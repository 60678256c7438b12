// Every name that may stand on a sheet, read back by the tools that others will read it with.
#include <gtest/gtest.h>

#include <sstream>

#include "shared/certificate_pdf/named_cases.h"
#include "shared/certificate_pdf/sample_sheet.h"
#include "shared/certificate_pdf/sheet_tools.h"

namespace ce::certificate_pdf::testing {
namespace {

class SheetWithName : public ::testing::TestWithParam<NamedCase> {
 protected:
  void SetUp() override {
    auto sheet = sample_sheet();
    sheet.name = GetParam().name;
    auto const pdf = render(sheet, fonts());
    ASSERT_TRUE(pdf.ok()) << describe(pdf.failure());
    EXPECT_EQ(*pdf, render(sheet, fonts()).value_or("")) << "the same sheet, other bytes";
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

TEST_P(SheetWithName, HasItsCodeWhereverTheTextEnds) {
  auto const picture = (directory_ / "code").string();
  ASSERT_EQ(run("pdftoppm -r 300 -gray -x 350 -y 1680 -W 600 -H 480 " + file_ + " " + picture).exit_code, 0);
  auto const code = run("zbarimg -q --raw --nodbus -Sdisable -Sqrcode.enable " + picture + "-1.pgm");
  EXPECT_EQ(code.output, sample_sheet().verify_url + "\n");
}

TEST_P(SheetWithName, LeavesTheInkInsideTheFrame) {
  // Between the body's right edge and the frame nothing may stand, however long the name is:
  // a strip of 12 mm at 100 dpi, in grey.
  auto const strip = run("pdftoppm -r 100 -gray -x 1020 -y 240 -W 50 -H 300 " + file_);
  ASSERT_EQ(strip.exit_code, 0);
  auto const pixels = strip.output.substr(strip.output.size() - 50 * 300);
  for (char const pixel : pixels) ASSERT_GT(static_cast<unsigned char>(pixel), 200);
}

INSTANTIATE_TEST_SUITE_P(Names, SheetWithName, ::testing::ValuesIn(named_cases),
                         [](auto const& named) { return std::string(named.param.label); });

}  // namespace
}  // namespace ce::certificate_pdf::testing
