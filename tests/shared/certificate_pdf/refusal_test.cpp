// Bad input is refused before anything is used up, with the field and what is wrong with it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "shared/certificate_pdf/sample_sheet.h"

namespace ce::certificate_pdf::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

template <class Change>
Failure refusal(Change&& change) {
  auto sheet = sample_sheet();
  change(sheet);
  auto const result = render(sheet, fonts());
  EXPECT_FALSE(result.ok());
  return result.ok() ? Failure{} : result.failure();
}

std::string repeated(std::string const& word, int times) {
  std::string text;
  for (int i = 0; i < times; ++i) text += word;
  return text;
}

TEST(SheetRefusal, NamesThatCannotBePrinted) {
  struct Bad {
    std::string name;
    std::string what;
  };
  std::vector<Bad> const all{{"", "empty"},
                             {"   ", "blank"},
                             {" 詹天佑", "blank"},
                             {"詹天佑　", "blank"},
                             {"詹\n天佑", "control"},
                             {"詹\t天佑", "control"},
                             {"詹\x7F天佑", "control"},
                             {"詹\u202E天佑", "invisible"},
                             {"\uFEFF詹天佑", "invisible"},
                             {"\xE8\xA9", "UTF-8"},
                             {repeated("禾", 61), "61 characters"}};
  for (auto const& bad : all) {
    auto const failure = refusal([&](auto& sheet) { sheet.name = bad.name; });
    EXPECT_EQ(failure.code, FailureCode::input_invalid) << bad.what;
    EXPECT_THAT(failure.detail, HasSubstr("name: "));
    EXPECT_THAT(failure.detail, HasSubstr(bad.what));
  }
}

TEST(SheetRefusal, ACharacterThatNoFontDraws) {
  // Unassigned, private use, a variation selector, the sign for a lost character, an empty box.
  for (auto const& bad : {std::pair{"詹\U0003FFF0佑", "U+3FFF0"},
                          {"詹\uE863佑", "U+E863"},
                          {"詹\U000E0100佑", "U+E0100"},
                          {"詹\uFFFD佑", "U+FFFD"},
                          {"詹□佑", "U+25A1"}}) {
    auto const failure = refusal([&](auto& sheet) { sheet.name = bad.first; });
    EXPECT_EQ(failure.code, FailureCode::name_not_covered);
    EXPECT_THAT(failure.detail, HasSubstr(bad.second));
    EXPECT_THAT(failure.detail, HasSubstr("character 2 of 3"));
    EXPECT_THAT(failure.detail, Not(HasSubstr("詹"))) << "a detail never holds personal data";
    EXPECT_EQ(fonts().covers(bad.first).failure().code, FailureCode::name_not_covered);
  }
}

TEST(SheetRefusal, EachOtherFieldIsNamed) {
  auto const detail = [](auto&& change) { return refusal(change).detail; };
  EXPECT_THAT(detail([](auto& s) { s.number = "4401062500012"; }), HasSubstr("number: "));
  EXPECT_THAT(detail([](auto& s) { s.number = "4401062500012X"; }), HasSubstr("number: "));
  EXPECT_THAT(detail([](auto& s) { s.year = 2009; }), HasSubstr("year: 2009"));
  EXPECT_THAT(detail([](auto& s) { s.authority = ""; }), HasSubstr("authority: is empty"));
  EXPECT_THAT(detail([](auto& s) { s.authority = repeated("局", 41); }), HasSubstr("authority: has 41"));
  EXPECT_THAT(detail([](auto& s) { s.blank_number = "A 1"; }), HasSubstr("blank_number: "));
  EXPECT_THAT(detail([](auto& s) { s.blank_number = std::string(21, '1'); }), HasSubstr("blank_number: "));
  EXPECT_THAT(detail([](auto& s) { s.verify_url = ""; }), HasSubstr("verify_url: "));
  EXPECT_THAT(detail([](auto& s) { s.verify_url = "https://a b"; }), HasSubstr("verify_url: "));
  EXPECT_THAT(detail([](auto& s) { s.verify_url.resize(301, 'x'); }), HasSubstr("verify_url: "));
}

TEST(SheetRefusal, FontsThatAreNotThereAreNamed) {
  auto paths = debian_font_paths();
  paths.song.emplace_back("/nowhere/one.ttf");
  paths.kai.emplace_back("/etc/passwd");
  auto const fonts = Fonts::open(paths);
  ASSERT_FALSE(fonts.ok());
  EXPECT_EQ(fonts.failure().code, FailureCode::font_missing);
  EXPECT_THAT(fonts.failure().detail, HasSubstr("/nowhere/one.ttf, /etc/passwd"));
  EXPECT_FALSE(Fonts::open({}).ok());
}

}  // namespace
}  // namespace ce::certificate_pdf::testing
