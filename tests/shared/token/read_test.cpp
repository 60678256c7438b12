#include <gtest/gtest.h>

#include "shared/token/read.h"
#include "support/token_key.h"

namespace ce::token {
namespace {

struct TokenReading : testing::Test {
  [[nodiscard]] static std::string outcome(std::string const& scanned) {
    auto const what = read(scanned);
    if (auto const* fault = std::get_if<Fault>(&what)) return std::string{word_of(*fault)};
    return std::get<Token>(what).facts.number;
  }
  /// The sound token with one byte of its payload replaced and signed anew.
  [[nodiscard]] std::string with_byte(std::size_t at, char value) const {
    auto payload = payload_of(test::token_facts(), key.id()).value();
    payload[at] = value;
    return text_of(payload, key.signature_over(signed_bytes(payload)));
  }

  test::TokenKey key{'a'};
  std::string const sound = key.token(test::token_facts());
};

TEST_F(TokenReading, EveryFactComesBack) {
  auto const token = std::get<Token>(read(sound));
  EXPECT_EQ(token.facts, test::token_facts());
  EXPECT_EQ(token.key_id, key.id());
  EXPECT_EQ(sound.size(), token_characters);
}

TEST_F(TokenReading, TheSameFactsGiveTheSameCharacters) {
  EXPECT_EQ(key.token(test::token_facts()), sound);
}

TEST_F(TokenReading, AnAddressBeforeItIsPassedOver) {
  EXPECT_EQ(outcome("https://jxjy.example.gov.cn/v/" + sound), "44010624000001");
  EXPECT_EQ(outcome("https://jxjy.example.gov.cn/verify?token=" + sound), "44010624000001");
}

TEST_F(TokenReading, EveryFaultIsNamed) {
  EXPECT_EQ(outcome(std::string(4096, 'A')), "too_long");
  EXPECT_EQ(outcome("https://" + std::string(512, 'a') + "/v/" + sound), "too_long");
  EXPECT_EQ(outcome(""), "wrong_length");
  EXPECT_EQ(outcome("44010624000001"), "wrong_length");
  EXPECT_EQ(outcome("https://jxjy.example.gov.cn/v/44010624000001"), "wrong_length");
  EXPECT_EQ(outcome(sound + "A"), "wrong_length");
  EXPECT_EQ(outcome(sound.substr(1)), "wrong_length");
  EXPECT_EQ(outcome(sound + "/"), "wrong_length");
  for (char const wrong : {'0', '1', '8', 'a', ' ', '\0', '\n', '\xE5'}) {
    auto text = sound;
    text[70] = wrong;
    EXPECT_EQ(outcome(text), "not_base32") << static_cast<int>(wrong);
  }
  EXPECT_EQ(outcome(with_byte(0, 2)), "version_unknown");
  EXPECT_EQ(outcome(with_byte(1, '\x7F')), "malformed");        // a number of 15 digits
  EXPECT_EQ(outcome(with_byte(7, 9)), "malformed");             // 2009
  EXPECT_EQ(outcome(with_byte(7, 100)), "malformed");           // 2100
  EXPECT_EQ(outcome(with_byte(8, '\x7F')), "malformed");        // a region of 7 digits
  EXPECT_EQ(outcome(with_byte(11, '\xFF')), "44010624000001");  // a day late in 2188 is one
}

TEST_F(TokenReading, FactsThatDoNotFitAreRefusedBeforeSigning) {
  auto const refused = [this](auto change) {
    auto facts = test::token_facts();
    change(facts);
    auto const payload = payload_of(facts, key.id());
    return payload ? std::string{} : describe(payload.failure());
  };
  EXPECT_EQ(refused([](Facts& f) { f.number = "4401062400000A"; }),
            "input_invalid: token: the number has not 14 digits");
  EXPECT_EQ(refused([](Facts& f) { f.number.pop_back(); }),
            "input_invalid: token: the number has not 14 digits");
  EXPECT_EQ(refused([](Facts& f) { f.year = 2009; }), "input_invalid: token: the year is not 2010 to 2099");
  EXPECT_EQ(refused([](Facts& f) { f.year = 2100; }), "input_invalid: token: the year is not 2010 to 2099");
  EXPECT_EQ(refused([](Facts& f) { f.authority = "44"; }),
            "input_invalid: token: the authority has not 6 digits");
  EXPECT_EQ(refused([](Facts& f) { f.issue_date = Date::make(2009, 12, 31).value(); }),
            "input_invalid: token: the issue date is before 2010 or after 2189");
  EXPECT_EQ(refused([](Facts& f) { f.name_digest.pop_back(); }),
            "input_invalid: token: the name digest has not 14 bytes");
  EXPECT_FALSE(payload_of(test::token_facts(), "k1"));
  EXPECT_EQ(refused([](Facts& f) { f.issue_date = Date::make(2010, 1, 1).value(); }), "");
}

TEST_F(TokenReading, ADigestProvesThatNameOnThatNumberAlone) {
  auto const digest = test::token_facts().name_digest;
  EXPECT_EQ(digest.size(), name_digest_bytes);
  EXPECT_NE(digest, name_digest("44010624000001", "张三"));
  EXPECT_NE(digest, name_digest("44010624000002", "张三丰"));
}

}  // namespace
}  // namespace ce::token
