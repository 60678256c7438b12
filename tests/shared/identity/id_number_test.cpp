#include "shared/identity/id_number.h"

#include <gtest/gtest.h>

#include "shared/base/text.h"

namespace ce::identity {
namespace {

Date const today = *Date::make(2026, 3, 1);

IdExamination examine(std::string_view number) {
  return examine_id_number(number, today);
}

TEST(IdNumber, TakesTheExamplesOfTheStandard) {
  auto const woman = examine("11010519491231002X");
  EXPECT_TRUE(woman.valid);
  EXPECT_EQ(woman.birth, *Date::make(1949, 12, 31));
  EXPECT_EQ(woman.sex, Sex::female);
  auto const man = examine("440524188001010014");
  EXPECT_TRUE(man.valid) << "its address code is retired";
  EXPECT_EQ(man.sex, Sex::male);
}

TEST(IdNumber, MakesOneCanonicalForm) {
  EXPECT_EQ(examine("11010519491231002x").canonical, "11010519491231002X");
  auto const legacy = examine("440106000228001");
  EXPECT_EQ(legacy.kind, IdKind::resident15);
  EXPECT_EQ(legacy.canonical, "440106190002280014");
  EXPECT_EQ(examine("usa440000010112").canonical, "USA440000010112");
  EXPECT_EQ(examine("440106190002280015").canonical, "");
}

TEST(IdNumber, TakesFifteenDigitsForResidentsAlone) {
  for (auto const* number : {"911841440810012", "810000000228001", "820000000228001", "830000000228001"}) {
    EXPECT_EQ(examine(number).reason, IdReason::format) << number;
    EXPECT_EQ(examine(number).canonical, "") << number;
  }
}

TEST(IdNumber, SeesEveryChangedDigit) {
  std::string const number = "440524188001010014";
  for (std::size_t at = 0; at < number.size(); ++at) {
    for (char digit = '0'; digit <= '9'; ++digit) {
      std::string changed = number;
      changed[at] = digit;
      EXPECT_EQ(examine(changed).valid, changed == number) << changed;
    }
  }
}

TEST(IdNumber, SeesSwappedNeighbours) {
  std::string const number = "110105194912310021";
  std::string sound = number.substr(0, 17);
  sound.push_back(check_character(sound));
  for (std::size_t at = 0; at + 1 < sound.size(); ++at) {
    std::string swapped = sound;
    std::swap(swapped[at], swapped[at + 1]);
    if (swapped == sound) continue;
    EXPECT_FALSE(examine(swapped).valid) << swapped;
  }
}

TEST(IdNumber, BoundsTheBirth) {
  auto const with_check = [](std::string first) { return first + check_character(first); };
  EXPECT_TRUE(examine(with_check("44010620260301001")).valid) << "born today";
  EXPECT_EQ(examine(with_check("44010620260302001")).reason, IdReason::birth_future);
  EXPECT_EQ(examine(with_check("44010619000229001")).reason, IdReason::birth_date) << "1900 had no leap day";
  EXPECT_EQ(examine(with_check("44010600000101001")).reason, IdReason::birth_date);
}

TEST(IdNumber, KnowsEveryKind) {
  auto const kind_of = [](std::string first) { return examine(first + check_character(first)).kind; };
  EXPECT_EQ(kind_of("81000019000101001"), IdKind::hk_residence_permit);
  EXPECT_EQ(kind_of("82000019000101001"), IdKind::mo_residence_permit);
  EXPECT_EQ(kind_of("83000019000101001"), IdKind::tw_residence_permit);
  EXPECT_EQ(kind_of("94484019000101001"), IdKind::foreign_permanent18);
  EXPECT_EQ(kind_of("81000119000101001"), IdKind::resident18);
  EXPECT_EQ(name_of(IdKind::tw_residence_permit), "tw_residence_permit");
  EXPECT_EQ(code_of(IdReason::birth_future), "BIRTH_FUTURE");
}

TEST(IdNumber, TellsAWrongCharacterBeforeAWrongLength) {
  EXPECT_EQ(examine("4401061900022800１").reason, IdReason::not_digits);
  EXPECT_EQ(examine("440106 190002280014").reason, IdReason::not_digits);
  EXPECT_EQ(examine("44010619000228001X4").reason, IdReason::not_digits);
  EXPECT_EQ(examine(std::string_view{"4401061900022800\0", 17}).reason, IdReason::not_digits);
  EXPECT_EQ(examine("").reason, IdReason::length);
  EXPECT_EQ(examine("44010619000228001").reason, IdReason::length);
  EXPECT_EQ(examine("44010600022800X").reason, IdReason::not_digits) << "15 digits have no check character";
  EXPECT_EQ(examine("USA4400000101").reason, IdReason::length);
  EXPECT_EQ(examine("USA44000001011X").reason, IdReason::format);
}

}  // namespace
}  // namespace ce::identity
