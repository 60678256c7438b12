// Article 15: the sheet is valid only when sealed. What each way of sealing puts on the paper.
#include <gtest/gtest.h>

#include "shared/certificate_pdf/sample_sheet.h"
#include "shared/certificate_pdf/sheet_tools.h"

namespace ce::certificate_pdf::testing {
namespace {

using certificate::SealMode;

struct Printed {
  std::string text;
  std::size_t red = 0;   // pixels of pure seal red at 50 dpi
  bool in_frame = true;  // nothing between the form's right edge and the frame
};

Printed printed(SealMode mode, std::string const& authority = "深圳市福田区人力资源局") {
  test::TempDirectory const directory;
  auto sheet = sample_sheet();
  sheet.authority = authority;
  sheet.seal_mode = mode;
  auto const pdf = render(sheet, fonts());
  EXPECT_TRUE(pdf.ok());
  auto const file = saved(directory, pdf.value_or(""));
  Printed result{squeezed(run("pdftotext " + file + " -").output), 0, true};
  auto const pixels = run("pdftoppm -r 50 -aa no " + file).output;
  for (std::size_t i = pixels.size() % 3; i + 2 < pixels.size(); i += 3) {
    auto const channel = [&](std::size_t j) { return static_cast<unsigned char>(pixels[i + j]); };
    if (channel(0) > 205 && channel(1) < 40 && channel(2) < 40) ++result.red;
  }
  auto const strip = run("pdftoppm -r 100 -gray -x 1020 -y 520 -W 50 -H 180 " + file).output;
  EXPECT_GT(strip.size(), 50U * 180U);
  for (std::size_t i = strip.size() - std::size_t{50} * 180; i < strip.size(); ++i) {
    if (static_cast<unsigned char>(strip[i]) < 200) result.in_frame = false;
  }
  return result;
}

std::size_t count(std::string const& text, std::string const& word) {
  std::size_t times = 0;
  for (auto at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) ++times;
  return times;
}

TEST(SealMode, TheSealIsDrawnAndNotReadTwice) {
  auto const sheet = printed(SealMode::e_seal);
  EXPECT_GT(sheet.red, 700U);
  EXPECT_EQ(count(sheet.text, "深圳市福田区人力资源局"), 1U) << sheet.text;
  EXPECT_EQ(count(sheet.text, "未盖章无效"), 0U);
}

TEST(SealMode, TheWindowStampLeavesItsPlaceAndSaysSo) {
  auto const sheet = printed(SealMode::window_stamp);
  EXPECT_EQ(sheet.red, 0U);
  EXPECT_EQ(count(sheet.text, "未盖章无效"), 1U) << sheet.text;
}

TEST(SealMode, PrestampedStockGetsNeither) {
  auto const sheet = printed(SealMode::prestamped_stock);
  EXPECT_EQ(sheet.red, 0U);
  EXPECT_EQ(count(sheet.text, "未盖章无效"), 0U);
}

TEST(SealMode, ShortAndLongAuthoritiesAreSealed) {
  for (char const* authority :
       {"厅", "广东省人力资源和社会保障厅", "清远市连山壮族瑶族自治县人力资源和社会保障局",
        "广东省人力资源和社会保障厅广东省人力资源和社会保障厅广东省人力资源和社会保障厅厅"}) {
    auto const sheet = printed(SealMode::e_seal, authority);
    EXPECT_GT(sheet.red, 500U) << authority;
    EXPECT_TRUE(sheet.in_frame) << authority;
    EXPECT_NE(sheet.text.find(authority), std::string::npos) << sheet.text;
  }
}

}  // namespace
}  // namespace ce::certificate_pdf::testing
