// The words file: complete, known, and each text used with the values it asks for.
#include <regex>
#include <set>

#include "kiosk/present/words_file.h"
#include "presented.h"

namespace ce::present {
namespace {

std::string shipped() {
  return test::read_all(std::string{CE_SOURCE_DIR} + "/assets/strings/zh.toml");
}

std::string without(std::string text, std::string const& line) {
  auto const at = text.find(line);
  EXPECT_NE(at, std::string::npos) << line;
  return text.erase(at, line.size());
}

TEST(Words, EveryFailureTellsWhatHappenedWhatToDoAndWhatStaffDo) {
  for (auto code : all_failure_codes) {
    auto const& said = words().of(code);
    EXPECT_FALSE(said.headline.empty()) << name_of(code);
    EXPECT_FALSE(said.advice.empty()) << name_of(code);
    EXPECT_FALSE(said.staff.empty()) << name_of(code);
    // What a visitor reads has nothing of the program's inside.
    EXPECT_EQ(said.headline.find(name_of(code)), std::string::npos) << name_of(code);
  }
}

TEST(Words, NoTextIsEmptyOrHasBlanksAtItsEnds) {
  auto const texts = read_words_file(shipped()).value();
  for (auto const& [key, text] : texts) {
    ASSERT_FALSE(text.empty()) << key;
    EXPECT_NE(text.front(), ' ') << key;
    EXPECT_NE(text.back(), ' ') << key;
  }
}

TEST(Words, AMissingTextIsNamed) {
  auto const parsed = Words::parse(without(shipped(), "stay = \"继续办理\"\n"));
  ASSERT_FALSE(parsed);
  EXPECT_EQ(parsed.failure().code, FailureCode::asset_missing);
  EXPECT_NE(parsed.failure().detail.find("缺少 countdown.stay"), std::string::npos);
}

TEST(Words, AMissingFailureTextIsNamed) {
  auto const parsed = Words::parse(without(shipped(), "advice = \"请擦净证件，平放在读卡区，稍后再试。\"\n"));
  ASSERT_FALSE(parsed);
  EXPECT_NE(parsed.failure().detail.find("failure.card_unreadable.advice"), std::string::npos);
}

TEST(Words, ATextNobodyUsesIsNamed) {
  auto const parsed = Words::parse("[frame]\nbak = \"x\"\n" + without(shipped(), "[frame]\n"));
  ASSERT_FALSE(parsed);
  EXPECT_NE(parsed.failure().detail.find("多余 frame.bak"), std::string::npos);
}

TEST(Words, ABrokenFileIsNamedByItsLine) {
  auto const parsed = Words::parse("[frame]\nonline = \"x\noffline = 1\n");
  ASSERT_FALSE(parsed);
  EXPECT_EQ(parsed.failure().code, FailureCode::config_malformed);
  EXPECT_NE(parsed.failure().detail.find("line 2"), std::string::npos);
}

TEST(Words, ANumberIsNoText) {
  auto const parsed = Words::parse("[frame]\nonline = 1\n");
  ASSERT_FALSE(parsed);
  EXPECT_NE(parsed.failure().detail.find("frame.online is no text"), std::string::npos);
}

TEST(Words, AValueThatLooksLikeAPlaceholderIsNotFilledAgain) {
  EXPECT_EQ(words().fill(Word::progress_missing, {{"list", "{list}"}}), "还差{list}");
}

}  // namespace
}  // namespace ce::present
