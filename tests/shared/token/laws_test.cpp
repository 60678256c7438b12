#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "shared/token/base32.h"
#include "shared/token/examine.h"
#include "shared/token/read.h"
#include "support/token_key.h"

namespace ce::token {
namespace {

constexpr Instant now{1'790'000'000'000};

Facts any_facts() {
  auto const number =
      std::to_string(44'000'010'000'000 + *rc::gen::inRange<std::int64_t>(0, 999'999'999'999));
  return {.number = number,
          .year = *rc::gen::inRange(2010, 2100),
          .authority = std::to_string(*rc::gen::inRange(440'000, 450'000)),
          .issue_date = Date::from_days(*rc::gen::inRange(14'610, 14'610 + 0x10000)),
          .name_digest = name_digest(number, *rc::gen::string<std::string>())};
}

std::string flipped(std::string text, std::size_t bit) {
  text[bit / 8] = static_cast<char>(static_cast<unsigned char>(text[bit / 8]) ^ 1U << bit % 8);
  return text;
}

RC_GTEST_PROP(TokenLaws, WhatWasWrittenIsRead, ()) {
  static test::TokenKey const key{'a'};
  auto const facts = any_facts();
  auto const read_back = read(key.token(facts));
  RC_ASSERT(std::get<Token>(read_back).facts == facts);
}

RC_GTEST_PROP(TokenLaws, AnyFlippedBitIsRefused, ()) {
  static test::TokenKey const plain{'a'};
  static test::TokenKey const national{test::TokenKey::Sm2{}};
  static KeySet const keys{{plain.verification(), national.verification()}};
  auto const& key = *rc::gen::arbitrary<bool>() ? plain : national;
  auto const token = key.token(any_facts());
  RC_ASSERT(examine(token, keys, {}, now).genuine());
  auto const character_bit = *rc::gen::inRange<std::size_t>(0, token.size() * 8);
  RC_ASSERT(!examine(flipped(token, character_bit), keys, {}, now).genuine());
  auto const bytes = bytes_of_base32(token).value();
  auto const bit = *rc::gen::inRange<std::size_t>(0, bytes.size() * 8);
  RC_ASSERT(!examine(base32(flipped(bytes, bit)), keys, {}, now).genuine());
}

RC_GTEST_PROP(TokenLaws, AnyTextIsLookedAtAndNothingHappens, (std::string const& text)) {
  RC_ASSERT(std::holds_alternative<Fault>(read(text)));
  RC_ASSERT(std::holds_alternative<Fault>(read("https://a.example/v/" + text)));
}

RC_GTEST_PROP(TokenLaws, OneTokenHasOneText, (std::string const& bytes)) {
  auto const whole = bytes.substr(0, bytes.size() / 5 * 5);
  RC_ASSERT(bytes_of_base32(base32(whole)) == whole);
}

TEST(TokenBits, EveryBitOfOneTokenOfEachKind) {
  test::TokenKey const plain{'a'};
  test::TokenKey const national{test::TokenKey::Sm2{}};
  KeySet const keys{{plain.verification(), national.verification()}};
  for (auto const* key : {&plain, &national}) {
    auto const bytes = bytes_of_base32(key->token(test::token_facts())).value();
    for (std::size_t bit = 0; bit < bytes.size() * 8; ++bit) {
      EXPECT_FALSE(examine(base32(flipped(bytes, bit)), keys, {}, now).genuine()) << bit;
    }
  }
}

}  // namespace
}  // namespace ce::token
