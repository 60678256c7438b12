#include "shared/identity/mask.h"

#include <gtest/gtest.h>

#include "shared/identity/name.h"

namespace ce::identity {
namespace {

TEST(Mask, HidesAllButTheLastCharacterOfAName) {
  EXPECT_EQ(mask_name("张小明"), "**明");
  EXPECT_EQ(mask_name("买买提·艾力"), "*****力");
  EXPECT_EQ(mask_name("王𠂇"), "*𠂇");
  EXPECT_EQ(mask_name("明"), "*");
  EXPECT_EQ(mask_name(""), "");
  EXPECT_EQ(mask_name("王J"), "*J") << "not a Latin name";
}

TEST(Mask, KeepsTheFirstLetterOfLatinWords) {
  EXPECT_EQ(mask_name("John Smith"), "J*** S****");
  EXPECT_EQ(mask_name("Éric  Ôm"), "É***  Ô*");
  EXPECT_EQ(mask_name("J"), "*");
}

TEST(Mask, HidesMalformedTextWhole) {
  EXPECT_EQ(mask_name("\xE5\xBC"), "**");
  EXPECT_EQ(mask_id_number("12345678\xFF"), "*********");
}

TEST(Mask, ShowsThreeAndFourOfANumber) {
  EXPECT_EQ(mask_id_number("440106190002280014"), "440***********0014");
  EXPECT_EQ(mask_id_number("12345678"), "123*5678");
  EXPECT_EQ(mask_id_number("1234567"), "*******");
  EXPECT_EQ(mask_id_number(""), "");
}

TEST(Name, IsTrimmedAndKept) {
  EXPECT_EQ(checked_name(" 　张小明 　").value(), "张小明");
  EXPECT_EQ(checked_name("买买提 艾力").value(), "买买提 艾力");
  EXPECT_EQ(checked_name("王𠂇").value(), "王𠂇");
}

TEST(Name, PrivateCharactersAreFoundWithTheirPlace) {
  for (auto const* own :
       {"王𠂇·㛃 Łukasz", "", "\xE6\x98", "\ud7ff", "\uf900", "\ufdff", "\ufe10", "\U000dffff"}) {
    EXPECT_FALSE(private_character(own)) << own;
  }
  auto const found = private_character("黄\ue815强");
  ASSERT_TRUE(found);
  EXPECT_EQ(found->place, 2U);
  EXPECT_EQ(found->code, 0xE815U);
  for (auto const* other :
       {"\ue000", "\uf8ff", "\ufe0f", "\U000e0000", "\U000f0000", "\U0010fffd", "王\U000e0100", "王\ufe00"}) {
    EXPECT_TRUE(private_character(other)) << other;
  }
}

TEST(Name, RefusesControlsDirectionMarksAndSixtyCharacters) {
  std::string sixty;
  for (int i = 0; i < 60; ++i) sixty += "明";
  auto const complaint = [](std::string const& name) {
    auto const checked = checked_name(name);
    EXPECT_FALSE(checked) << name;
    EXPECT_EQ(checked.failure().code, FailureCode::input_invalid);
    return checked.failure().detail;
  };
  EXPECT_EQ(complaint(sixty), "name: 姓名超过 50 个字");
  EXPECT_EQ(complaint(""), "name: 没有填写姓名");
  EXPECT_EQ(complaint(" 　"), "name: 没有填写姓名");
  for (std::string const& name :
       {std::string{"张\n明"}, std::string{"张\x7F明"}, std::string{"张\u0085明"}, std::string{"张\u00AD明"},
        std::string{"\u202E张明"}, std::string{"张\u200B明"}, std::string{"\u2066张"},
        std::string{"\u061C张"}, std::string{"\uFEFF张"}, std::string{"张\uFFFD"}, std::string{"张\0明", 7},
        std::string{"张\xE6\x98"}}) {
    EXPECT_EQ(complaint(name), "name: 姓名中有控制符或者看不见的字符");
  }
}

}  // namespace
}  // namespace ce::identity
