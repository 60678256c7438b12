#include "tests/devices/card_block.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "shared/identity/card.h"
#include "support/files.h"
#include "support/temp_directory.h"

namespace ce::devices {
namespace {

using std::string_literals::operator""s;

Date const today = Date::parse_iso("2026-03-01").value();

Result<Card> read_text(std::string const& toml) {
  test::TempDirectory const directory;
  test::write_all(directory / "card.toml", toml);
  return read_card_file(directory / "card.toml");
}

TEST(CardBlock, EveryDemoCardIsReadByTheProduct) {
  int cards = 0;
  for (auto const& entry :
       std::filesystem::directory_iterator{std::string{CE_SOURCE_DIR} + "/tests/devices/cards"}) {
    auto const card = read_card_file(entry.path());
    ASSERT_TRUE(card) << describe(card.failure());
    auto const block = text_block_of(*card);
    ASSERT_TRUE(block) << describe(block.failure());
    EXPECT_EQ(block->size(), 256U);
    auto const identity = identity::identity_from_card(*block, today);
    if (entry.path().stem() == "08-expired") {
      ASSERT_FALSE(identity);
      EXPECT_EQ(identity.failure().code, FailureCode::card_expired);
    } else {
      ASSERT_TRUE(identity) << entry.path() << describe(identity.failure());
      EXPECT_EQ(identity->name.reveal(), card->name);
      EXPECT_EQ(identity->id_number.reveal(), card->id_number);
    }
    ++cards;
  }
  EXPECT_EQ(cards, 10);
}

TEST(CardBlock, ALongForeignNameGoesOnInItsTail) {
  Card card;
  card.kind = CardKind::foreign_y;
  card.english_name = "ABCDEFGHIJKLMNOPQRSTUVWXYZABCDEFGHI, JKLM";
  auto const block = text_block_of(card).value();
  EXPECT_EQ(block.substr(220, 12), utf16le(", JKLM"));
  EXPECT_EQ(block.substr(248, 2), utf16le("Y"));
}

TEST(CardBlock, CharactersBeyondTheBmpTakeTwoUnits) {
  EXPECT_EQ(utf16le("𠂇"), "\x40\xD8\x87\xDC"s);
}

TEST(CardBlock, AFieldThatIsTooLongIsNamed) {
  Card card;
  card.authority = "一二三四五六七八九十一二三四五六";
  auto const block = text_block_of(card);
  ASSERT_FALSE(block);
  EXPECT_NE(block.failure().detail.find("authority"), std::string::npos);
}

TEST(CardFile, NamesWhatIsWrong) {
  EXPECT_EQ(read_text("sex = ").failure().code, FailureCode::config_malformed);
  EXPECT_EQ(read_text("sex = 'male'\nnome = 'x'").failure().code, FailureCode::config_key_unknown);
  EXPECT_EQ(read_text("sex = 1").failure().code, FailureCode::config_type_wrong);
  EXPECT_EQ(read_text("sex = 'male'\nkind = 'passport'").failure().code, FailureCode::config_value_invalid);
  EXPECT_EQ(read_card_file("/nowhere/card.toml").failure().code, FailureCode::config_missing);
}

}  // namespace
}  // namespace ce::devices
