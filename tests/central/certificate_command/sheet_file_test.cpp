#include "central/certificate_command/sheet_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace ce::certificate_command {
namespace {

using ::testing::HasSubstr;

nlohmann::json good_sheet() {
  return {{"number", "44010625000128"},
          {"name", "詹天佑"},
          {"year", 2025},
          {"authority", "广州市天河区人力资源和社会保障局"},
          {"issue_date", "2026-03-01"},
          {"blank_number", "A00012345"},
          {"verify_url", "https://a.cn/x"}};
}

std::string refusal(std::string const& text) {
  auto const sheet = parse_sheet(text);
  EXPECT_FALSE(sheet.ok()) << text;
  if (sheet.ok()) return "";
  EXPECT_EQ(sheet.failure().code, FailureCode::input_invalid);
  return sheet.failure().detail;
}

template <class Value>
std::string refusal_with(char const* key, Value const& value) {
  auto object = good_sheet();
  object[key] = value;
  return refusal(object.dump());
}

TEST(SheetFile, EveryFieldArrives) {
  auto const sheet = parse_sheet(good_sheet().dump());
  ASSERT_TRUE(sheet.ok()) << describe(sheet.failure());
  EXPECT_EQ(sheet->number, "44010625000128");
  EXPECT_EQ(sheet->name, "詹天佑");
  EXPECT_EQ(sheet->year, 2025);
  EXPECT_EQ(sheet->authority, "广州市天河区人力资源和社会保障局");
  EXPECT_EQ(sheet->issue_date.iso(), "2026-03-01");
  EXPECT_EQ(sheet->blank_number, "A00012345");
  EXPECT_EQ(sheet->verify_url, "https://a.cn/x");
}

TEST(SheetFile, PlainPaperHasNoBlankNumber) {
  auto object = good_sheet();
  object.erase("blank_number");
  auto const sheet = parse_sheet(object.dump());
  ASSERT_TRUE(sheet.ok());
  EXPECT_EQ(sheet->blank_number, "");
}

TEST(SheetFile, AMissingKeyIsNamed) {
  for (char const* key : {"number", "name", "year", "authority", "issue_date", "verify_url"}) {
    auto object = good_sheet();
    object.erase(key);
    EXPECT_EQ(refusal(object.dump()), "the key \"" + std::string(key) + "\" is missing");
  }
}

TEST(SheetFile, UnknownAndDoubledKeysAreNamed) {
  EXPECT_THAT(refusal_with("blank_numbr", "A1"), HasSubstr("unknown key \"blank_numbr\""));
  auto const text = good_sheet().dump();
  EXPECT_EQ(refusal(text.substr(0, text.size() - 1) + R"(, "name": "禾"})"),
            "the key \"name\" is there twice");
}

TEST(SheetFile, WrongTypesAndDatesAreNamed) {
  EXPECT_THAT(refusal_with("name", 7), HasSubstr("name: a text in quotes was expected, not number"));
  EXPECT_THAT(refusal_with("number", nullptr), HasSubstr("number: "));
  EXPECT_THAT(refusal_with("year", "2025"), HasSubstr("year: a whole number"));
  EXPECT_THAT(refusal_with("year", 2025.5), HasSubstr("year: a whole number"));
  EXPECT_THAT(refusal_with("year", 1e300), HasSubstr("year: a whole number"));
  EXPECT_THAT(refusal_with("issue_date", "2026-02-30"), HasSubstr("issue_date: "));
  EXPECT_THAT(refusal_with("issue_date", "1.3.2026"), HasSubstr("issue_date: "));
}

TEST(SheetFile, WhatIsNoObjectIsRefused) {
  EXPECT_THAT(refusal(""), HasSubstr("no JSON at byte"));
  EXPECT_THAT(refusal(R"({"name": "詹)"), HasSubstr("no JSON at byte"));
  EXPECT_THAT(refusal("[]"), HasSubstr("an object"));
  EXPECT_THAT(refusal("{\"name\": \"\xFF\"}"), HasSubstr("no JSON at byte"));
}

}  // namespace
}  // namespace ce::certificate_command
