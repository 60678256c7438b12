// Numbered stock: what is printed on it and what stands there already, and that both keep to their places.
#include <gtest/gtest.h>

#include "shared/certificate_pdf/sample_sheet.h"
#include "shared/certificate_pdf/sheet_tools.h"

namespace ce::certificate_pdf::testing {
namespace {

std::string text_of(test::TempDirectory const& directory, Result<std::string> const& pdf) {
  EXPECT_TRUE(pdf.ok());
  auto const file = saved(directory, pdf.value_or(""));
  EXPECT_EQ(run("qpdf --check " + file).exit_code, 0);
  return squeezed(run("pdftotext " + file + " -").output);
}

bool has(std::string const& text, std::string const& word) {
  return text.find(word) != std::string::npos;
}

TEST(Stock, OnlyTheFactsArePrintedOnIt) {
  test::TempDirectory const directory;
  auto const sheet = sample_sheet();
  auto const text = text_of(directory, render(sheet, fonts(), {.preprinted = true}));
  for (auto const& fact : {sheet.number, sheet.name, std::to_string(sheet.year), sheet.authority}) {
    EXPECT_TRUE(has(text, fact)) << fact << " in " << text;
  }
  for (auto const* fixed : {"继续教育证书", "证书编号", "发证单位", "特发此证", "N0"}) {
    EXPECT_FALSE(has(text, fixed)) << fixed;
  }
  EXPECT_FALSE(has(text, sheet.blank_number)) << "the number of the blank is on the blank";
}

TEST(Stock, TheFormHasEverythingElse) {
  test::TempDirectory const directory;
  auto const text = text_of(directory, render_stock(fonts()));
  for (auto const* fixed :
       {"广东省专业技术人员继续教育证书", "证书编号：", "发证单位", "发证时间：", "特发此证。", "N0："}) {
    EXPECT_TRUE(has(text, fixed)) << fixed << " in " << text;
  }
}

TEST(Specimen, SaysWhatItIsAndHasNothingOfACertificate) {
  test::TempDirectory const directory;
  auto const text = text_of(directory, render_specimen(fonts()));
  for (auto const* word : {"培训样张", "不是证书", "不能核验"}) EXPECT_TRUE(has(text, word)) << text;
  for (auto const* part : {"专业技术人员", "特发此证", "发证单位", "N0"})
    EXPECT_FALSE(has(text, part)) << part;
  EXPECT_EQ(text.find_first_of("0123456789"), std::string::npos) << text;
}

TEST(Stock, OffsetsMoveEverythingBySoManyMillimetres) {
  test::TempDirectory const directory;
  auto const where = [&](Placement const& placement) {
    auto const file = saved(directory, render(sample_sheet(), fonts(), placement).value_or(""));
    auto const page = run("pdftotext -bbox " + file + " -").output;
    auto const word = page.find("<word");
    auto const value = [&](char const* name) {
      return std::stod(page.substr(page.find(name, word) + std::string{name}.size() + 2));
    };
    return std::pair{value("xMin"), value("yMin")};
  };
  auto const [x, y] = where({.preprinted = true});
  auto const [moved_x, moved_y] = where({.preprinted = true, .right_mm = 2.5, .down_mm = -1});
  constexpr double point = 72 / 25.4;
  EXPECT_NEAR(moved_x - x, 2.5 * point, 0.05);
  EXPECT_NEAR(moved_y - y, -1 * point, 0.05);
}

TEST(Stock, ALongNameKeepsToItsPlace) {
  test::TempDirectory const directory;
  auto sheet = sample_sheet();
  sheet.name = "阿卜杜热西提·买买提艾力·吐尔逊江·阿不都克里木";
  EXPECT_TRUE(has(text_of(directory, render(sheet, fonts(), {.preprinted = true})), sheet.name));
  // And is read without a glass: 4 mm and more, as small print of a form is.
  auto const boxes = run("pdftotext -bbox " + (directory / "sheet.pdf").string() + " - | grep 买买提").output;
  auto const value = [&](char const* name) {
    return std::stod(boxes.substr(boxes.find(name) + std::string{name}.size() + 2));
  };
  EXPECT_GT((value("yMax") - value("yMin")) * 25.4 / 72, 4.0) << boxes;
}

TEST(Stock, TheCalibrationPageTellsTheOffsetsItWasPrintedWith) {
  test::TempDirectory const directory;
  auto const text =
      text_of(directory, render_calibration(fonts(), {.preprinted = true, .right_mm = -1.5, .down_mm = 0.4}));
  EXPECT_TRUE(has(text, "向右-1.5毫米")) << text;
  EXPECT_TRUE(has(text, "向下+0.4毫米"));
}

}  // namespace
}  // namespace ce::certificate_pdf::testing
