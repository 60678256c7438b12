// The code of a sheet, from paper to proof: printed at 300 dpi, worn, read by zbar, examined.
#include <gtest/gtest.h>

#include "shared/certificate_pdf/render.h"
#include "shared/certificate_pdf/sample_sheet.h"
#include "shared/certificate_pdf/sheet_tools.h"
#include "shared/certificate_pdf/worn_print.h"
#include "shared/token/examine.h"
#include "support/token_key.h"

namespace ce::certificate_pdf::testing {
namespace {

constexpr Instant day_of_test{1'790'000'000'000};

struct SheetCode : ::testing::Test {
  test::TempDirectory directory;
  test::TokenKey key{'a'};
  test::TokenKey national{test::TokenKey::Sm2{}};
  token::KeySet keys{{key.verification(), national.verification()}};

  /// The lower left part of the sheet, at 300 dpi.
  GreyPicture scanned(certificate::Sheet const& sheet) const {
    auto const file = saved(directory, render(sheet, fonts()).value_or(""));
    auto const picture = (directory / "sheet").string();
    EXPECT_EQ(run("pdftoppm -r 300 -gray -x 350 -y 1400 -W 600 -H 800 " + file + " " + picture).exit_code, 0);
    return read_picture(picture + "-1.pgm");
  }
  std::string read_by_zbar(GreyPicture const& picture) const {
    auto const file = (directory / "worn.pgm").string();
    write_picture(picture, file);
    auto text = run("zbarimg -q --raw --nodbus -Sdisable -Sqrcode.enable " + file).output;
    if (!text.empty() && text.back() == '\n') text.pop_back();
    return text;
  }
  std::string verdict(std::string const& text) const {
    auto const found = token::examine(text, keys, {}, day_of_test);
    return found.fault ? std::string{word_of(*found.fault)} : found.token->facts.number;
  }
};

TEST_F(SheetCode, ItProvesTheSheetAfterBlurNoiseAndTwoDegrees) {
  auto const picture = scanned(sample_sheet());
  for (double const degrees : {-2.0, 0.0, 2.0}) {
    for (std::uint32_t seed = 1; seed <= 3; ++seed) {
      auto const text =
          read_by_zbar(worn(picture, {.degrees = degrees, .blur_px = 1.5, .noise = 10, .seed = seed}));
      EXPECT_EQ(text, sample_sheet().verify_url) << degrees << " degrees, noise " << seed;
      EXPECT_EQ(verdict(text), sample_sheet().number);
    }
  }
}

TEST_F(SheetCode, AnSm2TokenReadsAsWell) {
  auto sheet = sample_sheet();
  sheet.verify_url = "https://jxjy.example.gov.cn/v/" + national.token(test::token_facts());
  auto const text = read_by_zbar(worn(scanned(sheet), {.degrees = 2, .blur_px = 1.5, .noise = 10}));
  EXPECT_EQ(verdict(text), test::token_facts().number);
}

TEST_F(SheetCode, TheSampleNamesWhatIsPrinted) {
  auto const sheet = sample_sheet();
  auto const token = token::examine(sheet.verify_url, keys, {}, day_of_test).token;
  ASSERT_TRUE(token);
  EXPECT_EQ(token->facts.issue_date, sheet.issue_date);
  EXPECT_EQ(token->facts.year, sheet.year);
  EXPECT_EQ(token->facts.name_digest, token::name_digest(sheet.number, sheet.name));
}

TEST_F(SheetCode, TheFileStaysUnderSixtyKilobytes) {
  auto sheet = sample_sheet();
  EXPECT_LT(render(sheet, fonts()).value_or("").size(), 60U * 1024);
  sheet.name = "阿卜杜热合曼·买买提明·努尔艾合麦提·伊敏江·托合提";
  EXPECT_LT(render(sheet, fonts()).value_or("").size(), 60U * 1024);
}

}  // namespace
}  // namespace ce::certificate_pdf::testing
