#include "central/feed/feed.h"
#include "central/issuing/fixture.h"
#include "central/issuing/revoke.h"
#include "central/tokens/certificate_tokens.h"
#include "central/tokens/keys.h"
#include "central/verification/token_look_up.h"
#include "shared/protocol/change_file.h"
#include "shared/token/read.h"

namespace ce::test {
namespace {

using tokens::Ending;

constexpr std::int64_t year_ms = 31'556'952'000;

/// Two certificates in force and a key that signs.
struct Tokens : BatchTest {
  signing::KeyRing ring{directory / "keys"};
  std::string key;
  std::string number;
  std::string other;

  void SetUp() override {
    BatchTest::SetUp();
    complete_people(2);
    number = issue(1, 2026).value();
    other = issue(2, 2026).value();
    key = tokens::make_key(store, ring, {}, now).value();
  }
  Result<std::string> token_of(std::string const& certificate) {
    std::string token;
    auto const done = store.write([&](storage::Database& database) -> Result<void> {
      CE_TRY(token, tokens::token_of(database, ring, certificate, now));
      return {};
    });
    if (!done) return done.failure();
    return token;
  }
  [[nodiscard]] std::string verdict(std::string const& token) const {
    return verification::look_up_token(store, token, now).value().verdict;
  }
  /// What a kiosk that synchronised just now says.
  [[nodiscard]] token::Examination examined(std::string const& token) const {
    auto const proofs = protocol::proofs_of(feed::proofs(store, now).value());
    return token::examine(token, proofs.keys, proofs.revocations, now);
  }
};

TEST_F(Tokens, ATokenSaysWhatIsPrinted) {
  auto const token = std::get<token::Token>(token::read(token_of(number).value()));
  EXPECT_EQ(token.facts.number, number);
  EXPECT_EQ(token.facts.year, 2026);
  EXPECT_EQ(token.facts.authority, "440106");
  EXPECT_EQ(token.facts.issue_date, today);
  EXPECT_EQ(token.facts.name_digest, token::name_digest(number, "陈家明"));
  EXPECT_EQ(token.key_id, key);
}

TEST_F(Tokens, ItStaysTheSameWhateverSignsNow) {
  auto const first = token_of(number).value();
  now.ms += 1000;
  auto const national = tokens::make_key(store, ring, {.algorithm = signature::Algorithm::sm2}, now).value();
  ASSERT_TRUE(tokens::end_key(store, key, Ending::retired, now));
  EXPECT_EQ(token_of(number).value(), first);
  auto const second = token_of(other).value();
  EXPECT_EQ(std::get<token::Token>(token::read(second)).key_id, national);
  EXPECT_EQ(token_of(other).value(), second) << "SM2 signs differently each time";
  EXPECT_EQ(verdict(first), "genuine");
  EXPECT_EQ(verdict(second), "genuine");
  EXPECT_TRUE(examined(first).genuine());
  EXPECT_TRUE(examined(second).genuine());
}

TEST_F(Tokens, OnlyARevokedKeysTokenIsMadeAgain) {
  auto const first = token_of(number).value();
  ASSERT_TRUE(tokens::end_key(store, key, Ending::revoked, now));
  EXPECT_EQ(verdict(first), "key_revoked");
  EXPECT_EQ(examined(first).fault, token::Fault::key_revoked);
  EXPECT_EQ(year(2026).certificate.verify_url, "https://example/v/" + number);
  EXPECT_EQ(token_of(number).failure().code, FailureCode::grant_key_missing);
  now.ms += 1000;
  ASSERT_TRUE(tokens::make_key(store, ring, {}, now));
  auto const again = token_of(number).value();
  EXPECT_NE(again, first);
  EXPECT_EQ(verdict(again), "genuine");
}

TEST_F(Tokens, APersonsAddressesCarryThem) {
  auto years = store.person_years(id_number, {}, now).value();
  ASSERT_TRUE(tokens::add_tokens(store, ring, *years, now));
  auto const expected = "https://example/v/" + token_of(number).value();
  EXPECT_EQ(years->years.front().certificate.verify_url, expected);
  EXPECT_EQ(year(2026).certificate.verify_url, expected);
}

TEST_F(Tokens, WithoutAKeyTheAddressStays) {
  ASSERT_TRUE(tokens::end_key(store, key, Ending::retired, now));
  auto years = store.person_years(id_number, {}, now).value();
  EXPECT_EQ(tokens::add_tokens(store, ring, *years, now).failure().code, FailureCode::grant_key_missing);
  EXPECT_EQ(years->years.front().certificate.verify_url, "https://example/v/" + number);
}

TEST_F(Tokens, AKeySignsInTheFirstHalfOfItsValidity) {
  auto const young = token_of(number).value();
  now.ms += 10 * year_ms - 1000;
  EXPECT_TRUE(token_of(other));
  now.ms += 2000;
  auto const id = store.read([&](storage::Database& database) -> Result<void> {
    return tokens::signing_key_id(database, now).ok() ? Result<void>{}
                                                      : Failure{FailureCode::grant_key_missing, {}};
  });
  EXPECT_FALSE(id);
  EXPECT_EQ(verdict(young), "genuine");
  now.ms += 10 * year_ms;
  EXPECT_EQ(verdict(young), "key_expired");
}

TEST_F(Tokens, AVoidCertificateSaysSinceWhenAndOfWhichKind) {
  auto const corrected = token_of(number).value();
  auto const withdrawn = token_of(other).value();
  ASSERT_TRUE(issuing::correct_certificate(store, hrss, number, "姓名有误", today, now));
  ASSERT_TRUE(issuing::revoke_certificate(store, hrss, other, "弄虚作假", now));
  token::Revocation const a{today, token::RevocationReason::corrected};
  token::Revocation const b{today, token::RevocationReason::withdrawn};
  EXPECT_EQ(verification::look_up_token(store, corrected, now)->revocation, a);
  EXPECT_EQ(verification::look_up_token(store, withdrawn, now)->revocation, b);
  EXPECT_EQ(examined(corrected).revocation, a);
  EXPECT_EQ(examined(withdrawn).revocation, b);
  EXPECT_EQ(token_of(number).failure().code, FailureCode::certificate_revoked);
}

TEST_F(Tokens, WhoHoldsATokenSeesEveryPrintedFact) {
  apply(print_of(number, now));
  auto const answer =
      verification::look_up_token(store, "https://example/v/" + token_of(number).value(), now).value();
  EXPECT_EQ(answer.verdict, "genuine");
  EXPECT_EQ(answer.number, number);
  EXPECT_EQ(answer.name.reveal(), "陈家明");
  EXPECT_EQ(answer.year, 2026);
  EXPECT_EQ(answer.issue_date, today);
  EXPECT_EQ(answer.blank_numbers, std::vector<std::string>{"A1"}) << "N0 of the paper";
}

TEST_F(Tokens, ATokenThatProvesNothingLearnsNothing) {
  auto token = token_of(number).value();
  token.back() = token.back() == 'A' ? 'B' : 'A';
  for (auto const& [text, verdict] :
       std::map<std::string, std::string>{{token, "signature_wrong"},
                                          {"", "wrong_length"},
                                          {number, "wrong_length"},
                                          {std::string(4096, 'A'), "too_long"}}) {
    auto const answer = verification::look_up_token(store, text, now).value();
    EXPECT_EQ(answer.verdict, verdict);
    EXPECT_EQ(answer.number, "");
    EXPECT_EQ(answer.name.reveal(), "");
  }
}

TEST_F(Tokens, ASignedTokenThatTheRegisterDoesNotKnowIsNoProof) {
  auto const token = token_of(number).value();
  write("UPDATE certificates SET name = '陈嘉明' WHERE number = '" + number + "'");
  EXPECT_EQ(verdict(token), "not_registered");
}

TEST_F(Tokens, AKeysValidityHasBounds) {
  EXPECT_FALSE(tokens::make_key(store, ring, {.validity_years = 1}, now));
  EXPECT_FALSE(tokens::make_key(store, ring, {.validity_years = 61}, now));
  EXPECT_FALSE(tokens::end_key(store, "00000000", Ending::retired, now));
  ASSERT_TRUE(tokens::end_key(store, key, Ending::retired, now));
  EXPECT_FALSE(tokens::end_key(store, key, Ending::retired, now));
  EXPECT_TRUE(tokens::end_key(store, key, Ending::revoked, now));
}

}  // namespace
}  // namespace ce::test
