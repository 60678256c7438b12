#include "shared/identity/card.h"

#include <gmock/gmock.h>

#include "shared/identity/card_block.h"

namespace ce::identity {
namespace {

using testing::CardBlock;
using ::testing::HasSubstr;
using testing::resident_card;

Date const reading_day = *Date::make(2026, 3, 1);

Result<Identity> read(CardBlock const& card) {
  return identity_from_card(card.bytes(), reading_day);
}

void expect_unreadable(CardBlock const& card, std::string const& field) {
  auto const identity = read(card);
  ASSERT_FALSE(identity) << field;
  EXPECT_EQ(identity.failure().code, FailureCode::card_unreadable);
  EXPECT_THAT(identity.failure().detail, HasSubstr(field));
}

TEST(Card, ReadsAResident) {
  auto const identity = read(resident_card());
  ASSERT_TRUE(identity) << describe(identity.failure());
  EXPECT_EQ(identity->name.reveal(), "张小明");
  EXPECT_EQ(identity->id_number.reveal(), "440524188001010014");
  EXPECT_EQ(identity->kind, IdKind::resident18);
  EXPECT_EQ(identity->card_valid_to, *Date::make(2040, 1, 1));
}

TEST(Card, KeepsBlanksInsideANameAndCharactersBeyondTheBmp) {
  EXPECT_EQ(read(resident_card().blank(0, 30).put(0, "买买提 艾力"))->name.reveal(), "买买提 艾力");
  EXPECT_EQ(read(resident_card().blank(0, 30).put(0, " 明"))->name.reveal(), " 明");
  EXPECT_EQ(read(resident_card().blank(0, 30).put(0, "王𠂇𫓦"))->name.reveal(), "王𠂇𫓦");
  EXPECT_EQ(read(resident_card().put(0, "一二三四五六七八九十一二三四五"))->name.reveal().size(), 45U)
      << "a name may fill its field";
}

TEST(Card, KnowsNoEndForLongTerm) {
  EXPECT_EQ(read(resident_card().blank(204, 16).put(204, "长期"))->card_valid_to, std::nullopt);
}

TEST(Card, ServesOnItsLastDayAndNotAfter) {
  EXPECT_TRUE(read(resident_card().put(204, "20260301")));
  auto const expired = read(resident_card().put(204, "20260228"));
  ASSERT_FALSE(expired);
  EXPECT_EQ(expired.failure().code, FailureCode::card_expired);
}

TEST(Card, RefusesWhatIsNoCard) {
  expect_unreadable(CardBlock{}, "name");
  EXPECT_EQ(identity_from_card("", reading_day).failure().code, FailureCode::card_unreadable);
  EXPECT_EQ(identity_from_card(std::string(255, ' '), reading_day).failure().code,
            FailureCode::card_unreadable);
  EXPECT_FALSE(identity_from_card(std::string(256, '\0'), reading_day));
  EXPECT_FALSE(identity_from_card(std::string(256, '\xFF'), reading_day));
}

TEST(Card, NamesTheFieldThatIsWrongAndNotItsContent) {
  expect_unreadable(resident_card().put(122, "440524188001010015"), "number: CHECK_DIGIT");
  expect_unreadable(resident_card().blank(122, 36).put(122, "44052418800101001"), "number: LENGTH");
  expect_unreadable(resident_card().put(36, "18800102"), "birth: differs");
  expect_unreadable(resident_card().put(36, "18801301"), "birth: no such date");
  expect_unreadable(resident_card().put(36, "30000101"), "birth: in the future");
  expect_unreadable(resident_card().put(188, "20200230"), "valid from");
  expect_unreadable(resident_card().put(204, "20400231"), "valid to");
  expect_unreadable(resident_card().put(204, "20191231"), "valid to: before");
  expect_unreadable(resident_card().blank(0, 30), "name: empty");
  expect_unreadable(resident_card().put(0, "张\u202E明"), "name: holds a control");
  expect_unreadable(resident_card().put_raw(0, {"\x00\xD8", 2}), "name: not UTF-16");
  expect_unreadable(resident_card().put_raw(122, {"\x00\xDC", 2}), "number: not UTF-16");
  for (auto const& card :
       {resident_card().put(122, "440524188001010015"), resident_card().put(36, "18800102")}) {
    EXPECT_THAT(read(card).failure().detail, ::testing::Not(HasSubstr("44052418800101")));
    EXPECT_THAT(read(card).failure().detail, ::testing::Not(HasSubstr("1880")));
  }
}

TEST(Card, ReadsAPermitOfHongKongMacauTaiwan) {
  CardBlock card = resident_card().put(248, "J").put(36, "19000101").put(122, "810000190001010018");
  auto const identity = read(card);
  ASSERT_TRUE(identity) << describe(identity.failure());
  EXPECT_EQ(identity->kind, IdKind::hk_residence_permit);
  expect_unreadable(resident_card().put(248, "J"), "number: not of this kind");
  expect_unreadable(resident_card().put(36, "19000101").put(122, "810000190001010018"),
                    "number: not of this kind");
}

CardBlock foreigner_2017() {
  return CardBlock{}
      .put(0, "SMITH, JOHN")
      .put(120, "1")
      .put(122, "USA440000010112")
      .put(152, "USA")
      .put(188, "20200101")
      .put(204, "20300101")
      .put(220, "19000101")
      .put(248, "I");
}

TEST(Card, ReadsAForeigner) {
  auto card = foreigner_2017();
  ASSERT_TRUE(read(card)) << describe(read(card).failure());
  EXPECT_EQ(read(card)->name.reveal(), "SMITH, JOHN");
  EXPECT_EQ(read(card)->kind, IdKind::foreign_permanent15_legacy);
  EXPECT_EQ(read(card.put(158, "史密斯"))->name.reveal(), "史密斯");
  expect_unreadable(foreigner_2017().put(122, "US4440000010112"), "number: FORMAT");
}

CardBlock foreigner_2023() {
  return CardBlock{}
      .put(30, "1")
      .put(36, "19000101")
      .put(52, "SMITH, JOHN")
      .put(122, "944840190001010015")
      .put(188, "20200101")
      .put(204, "20300101")
      .put(248, "Y");
}

TEST(Card, JoinsALongForeignName) {
  CardBlock card = foreigner_2023();
  card.blank(52, 70).put(52, "A VERY LONG NAME WHICH FILLS A FIEL").put(220, "D AND MORE");
  ASSERT_TRUE(read(card)) << describe(read(card).failure());
  EXPECT_EQ(read(card)->name.reveal(), "A VERY LONG NAME WHICH FILLS A FIELD AND MORE");
  EXPECT_EQ(read(card)->kind, IdKind::foreign_permanent18);
  EXPECT_EQ(read(card.put(0, "史密斯"))->name.reveal(), "史密斯");
}

TEST(Card, RefusesAnotherDocument) {
  auto const identity = read(resident_card().put(248, "Z"));
  ASSERT_FALSE(identity);
  EXPECT_EQ(identity.failure().code, FailureCode::card_kind_unknown);
}

}  // namespace
}  // namespace ce::identity
