#include "kiosk/drivers/card_reader/sam.h"

#include <gtest/gtest.h>

namespace ce::drivers {
namespace {

using std::string_literals::operator""s;

SamReply reply(std::string const& payload) {
  return parse_reply(SecretText{payload});
}

std::string content(std::string const& lengths, std::size_t bytes) {
  return "\0\0\x90"s + lengths + std::string(bytes, 'x');
}

TEST(Sam, StatusAloneCounts) {
  EXPECT_EQ(reply("\x00\x00\x9F\x01\x02\x03\x04"s).status, Sw3::found);
  EXPECT_EQ(reply("\x55\x66\x80"s).status, Sw3::no_card);
}

TEST(Sam, TakesTheTextOutOfARead) {
  auto const text = text_block(reply(content("\x01\x00\x04\x00"s, 1280)));
  ASSERT_TRUE(text);
  EXPECT_EQ(text->reveal(), std::string(256, 'x'));
}

TEST(Sam, AReadWithFingerprintIsTakenAsWell) {
  EXPECT_TRUE(text_block(reply(content("\x01\x00\x04\x00"s, 1280 + 512))));
}

TEST(Sam, RefusesLengthsThatDoNotFit) {
  for (auto const& [lengths, bytes] :
       {std::pair{"\x01\x00\x04\x00"s, 1279}, std::pair{"\x00\xFF\x04\x00"s, 1280},
        std::pair{"\xFF\xFF\xFF\xFF"s, 1280}, std::pair{"\x01"s, 0}}) {
    auto const text = text_block(reply(content(lengths, static_cast<std::size_t>(bytes))));
    ASSERT_FALSE(text);
    EXPECT_EQ(text.failure().code, FailureCode::card_unreadable);
    EXPECT_EQ(text.failure().detail.find("xx"), std::string::npos);
  }
}

TEST(Sam, TellsALateReplyByItsForm) {
  auto const found = reply("\x00\x00\x9F\x00\x00\x00\x00"s);
  auto const selected = reply("\x00\x00\x90\0\0\0\0\0\0\0\0"s);
  EXPECT_TRUE(can_answer(found, SamCommand::find));
  EXPECT_FALSE(can_answer(found, SamCommand::select));
  EXPECT_TRUE(can_answer(selected, SamCommand::select));
  EXPECT_FALSE(can_answer(selected, SamCommand::find));
  EXPECT_FALSE(can_answer(selected, SamCommand::read));
  EXPECT_TRUE(can_answer(reply("\x00\x00\x41"s), SamCommand::read));
}

TEST(Sam, NamesEveryStatus) {
  EXPECT_EQ(describe(Sw3::read_failed), "41 read failed");
  EXPECT_EQ(describe(static_cast<Sw3>(0x77)), "77 status not in the protocol");
}

}  // namespace
}  // namespace ce::drivers
