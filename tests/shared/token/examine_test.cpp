#include <gtest/gtest.h>

#include "shared/token/examine.h"
#include "support/token_key.h"

namespace ce::token {
namespace {

constexpr Instant day_of_test{1'790'000'000'000};  // September 2026

struct TokenExamination : testing::Test {
  [[nodiscard]] std::string verdict(Instant now = day_of_test) const {
    auto const found = examine(sound, KeySet{keys}, revocations, now);
    if (found.fault) return std::string{word_of(*found.fault)};
    return found.genuine() ? "genuine" : std::string{word_of(found.revocation->reason)};
  }

  test::TokenKey key{'a'};
  test::TokenKey other{'b'};
  std::vector<VerificationKey> keys{key.verification(), other.verification()};
  Revocations revocations;
  std::string sound = key.token(test::token_facts());
};

TEST_F(TokenExamination, ASoundTokenIsGenuine) {
  EXPECT_EQ(verdict(), "genuine");
}

TEST_F(TokenExamination, SoIsOneOfSm2) {
  test::TokenKey const national{test::TokenKey::Sm2{}};
  keys.push_back(national.verification());
  sound = national.token(test::token_facts());
  EXPECT_EQ(verdict(), "genuine");
}

TEST_F(TokenExamination, ARevokedCertificateSaysWhenAndOfWhatKind) {
  Revocation const revoked{Date::make(2026, 5, 1).value(), RevocationReason::corrected};
  revocations.emplace("44010624000001", revoked);
  EXPECT_EQ(verdict(), "corrected");
  EXPECT_EQ(examine(sound, KeySet{keys}, revocations, day_of_test).revocation, revoked);
  revocations = {{"44010624000002", revoked}};
  EXPECT_EQ(verdict(), "genuine");
}

TEST_F(TokenExamination, AKeyThatIsNotKnown) {
  keys.erase(keys.begin());
  EXPECT_EQ(verdict(), "key_unknown");
}

TEST_F(TokenExamination, AnotherKeyCannotTakeItsId) {
  keys.front().public_key = other.public_key();
  EXPECT_EQ(verdict(), "key_unknown");
}

TEST_F(TokenExamination, ASignatureOfAnotherKeyUnderThisOnesId) {
  auto const payload = payload_of(test::token_facts(), key.id()).value();
  sound = text_of(payload, other.signature_over(signed_bytes(payload)));
  EXPECT_EQ(verdict(), "signature_wrong");
  // A revoked number is told of signed tokens only: a forged one says nothing about any certificate.
  revocations.emplace("44010624000001", Revocation{});
  EXPECT_FALSE(examine(sound, KeySet{keys}, revocations, day_of_test).revocation);
}

TEST_F(TokenExamination, ASignatureOverSomethingElseOfTheSameKey) {
  auto const payload = payload_of(test::token_facts(), key.id()).value();
  sound = text_of(payload, key.signature_over(payload));
  EXPECT_EQ(verdict(), "signature_wrong");
}

TEST_F(TokenExamination, ARevokedKeyProvesNothing) {
  keys.front().revoked = Instant{0};
  EXPECT_EQ(verdict(), "key_revoked");
}

TEST_F(TokenExamination, AKeyEndsAfterItsLastInstant) {
  auto const end = keys.front().valid_until;
  EXPECT_EQ(verdict(end), "genuine");
  EXPECT_EQ(verdict({end.ms + 1}), "key_expired");
}

TEST_F(TokenExamination, ARetiredKeyProvesWhatWasIssuedBefore) {
  keys.front().retired = start_of_china_day(Date::make(2025, 3, 1).value());
  EXPECT_EQ(verdict(), "genuine");
  keys.front().retired->ms -= 1;  // still the 28th of February in China
  EXPECT_EQ(verdict(), "key_retired");
}

TEST_F(TokenExamination, AKeyThatIsNoneIsLeftOut) {
  for (auto const* text : {"", "zz", "04"}) {
    keys.front().public_key = text;
    EXPECT_EQ(KeySet{keys}.find(key.id()), nullptr);
  }
  // A point beside the curve.
  auto const off_curve = "04" + std::string(128, '1');
  EXPECT_FALSE(signature::PublicKey::from_hex(signature::Algorithm::sm2, off_curve));
}

}  // namespace
}  // namespace ce::token
