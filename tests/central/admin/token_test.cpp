#include <gmock/gmock.h>

#include "ce_admin.h"
#include "central/store/store.h"
#include "central/tokens/certificate_tokens.h"

namespace ce::test {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr std::string_view a_certificate = R"(
INSERT INTO professionals (id, id_number, name, region, created_ms) VALUES (1, '11010519491231002X', '张三丰', '440106', 0);
INSERT INTO rule_readings VALUES (1, 'GD2021', '{}');
INSERT INTO yearly_verdicts (id, professional, year, reading, guide_units, public_units, professional_units,
  mandatory_units, elective_units, total_units, achievement_units, record_ids, judged_ms) VALUES (1, 1, 2024, 1, NULL, 2700, 3780, 1260, 1620, 8100, 0, '[1]', 0);
INSERT INTO certificates (number, professional, year, name, region, authority, issue_day, seal_mode, verdict, issued_ms)
VALUES ('44010624000001', 1, 2024, '张三丰', '440106', '广州市天河区人力资源和社会保障局', '2025-01-06', 'e_seal', 1, 0);
)";

struct TokenAtTheCommandLine : CeAdmin {
  std::string token;

  void SetUp() override {
    ASSERT_EQ(run("init").code, 0);
    change([](storage::Database& database) { return database.execute(a_certificate); });
    token = made();
  }
  template <class Work>
  void change(Work const& work) const {
    auto const rules = rulebook::load(CE_SOURCE_DIR "/config").value();
    auto store = store::Store::open(db, rules).value();
    auto const done = store.write(work);
    ASSERT_TRUE(done) << describe(done.failure());
  }
  [[nodiscard]] std::string made() const {
    std::string text;
    signing::KeyRing const ring{directory / "grant-keys"};
    change([&](storage::Database& database) -> Result<void> {
      CE_TRY(text, tokens::token_of(database, ring, "44010624000001", SystemClock{}.now()));
      return {};
    });
    return text;
  }
  /// The id of the key for certificates in `keys list`.
  [[nodiscard]] std::string key() const {
    auto const listed = run("keys list").out;
    auto const at = listed.find("certificates");
    auto const line = listed.rfind('\n', at) + 1;
    return listed.substr(line, 8);
  }
};

TEST_F(TokenAtTheCommandLine, AGenuineOneIsToldWithItsFacts) {
  auto const ran = run("token verify --name 张三丰 https://jxjy.example.gov.cn/v/" + token);
  EXPECT_EQ(ran.code, 0) << ran.out;
  EXPECT_THAT(ran.out, HasSubstr("verdict: genuine\nnumber: 44010624000001\nyear: 2024\n"
                                 "authority: 广州市天河区人力资源和社会保障局\nissue_date: 2025-01-06\n"
                                 "name_matches: yes\nkey: " +
                                 key()));
}

TEST_F(TokenAtTheCommandLine, AnotherNameIsNotThePrintedOne) {
  auto const ran = run("token verify --json --name 张三 " + token);
  EXPECT_EQ(ran.code, 1);
  EXPECT_THAT(ran.out, HasSubstr(R"({"verdict":"genuine","number":"44010624000001","year":2024,)"));
  EXPECT_THAT(ran.out, HasSubstr(R"("name_matches":false)"));
}

TEST_F(TokenAtTheCommandLine, AFileOfPublicKeysIsEnough) {
  ASSERT_EQ(run("keys export >" + (directory / "proofs").string()).code, 0);
  auto const elsewhere = "--keys " + (directory / "proofs").string() + " ";
  EXPECT_EQ(run_on("/nowhere/central.db", "token verify " + elsewhere + token).code, 0);
  EXPECT_THAT(read_all(directory / "proofs"), Not(HasSubstr("张三丰")));
  write_all(directory / "proofs", "nonsense\n");
  auto const refused = run("token verify " + elsewhere + token);
  EXPECT_EQ(refused.code, 2);
  EXPECT_THAT(refused.out, HasSubstr("proofs: not written by `ce-admin keys export`"));
  EXPECT_EQ(run("token verify --keys /nowhere/proofs " + token).code, 2);
}

TEST_F(TokenAtTheCommandLine, WhatIsWrongIsNamed) {
  auto altered = token;
  altered[40] = altered[40] == 'A' ? 'B' : 'A';  // within the name's digest, where every value is one
  auto const named = [this](std::string const& text) {
    auto const ran = run("token verify -- " + text);
    EXPECT_EQ(ran.code, 1) << ran.out;
    return ran.out.substr(0, ran.out.find('\n'));
  };
  EXPECT_EQ(named(altered), "verdict: signature_wrong");
  EXPECT_EQ(named(std::string(4096, 'A')), "verdict: too_long");
  EXPECT_EQ(named("44010624000001"), "verdict: wrong_length");
  EXPECT_EQ(named("0" + token.substr(1)), "verdict: not_base32");
  EXPECT_EQ(named("B" + token.substr(1)), "verdict: version_unknown");
  EXPECT_EQ(run("token verify").code, 2);
}

TEST_F(TokenAtTheCommandLine, AVoidCertificateSaysSinceWhen) {
  change([](storage::Database& database) {
    return database.execute("UPDATE certificates SET revoked_ms = 1770000000000, revoked_reason = '误发'");
  });
  auto const ran = run("token verify " + token);
  EXPECT_EQ(ran.code, 1);
  EXPECT_THAT(ran.out, HasSubstr("verdict: revoked\n"));
  EXPECT_THAT(ran.out, HasSubstr("revoked_on: 2026-02-02\nrevocation: withdrawn\n"));
  EXPECT_THAT(ran.out, Not(HasSubstr("误发")));
}

TEST_F(TokenAtTheCommandLine, KeysRetireAndAreRevoked) {
  auto const first = key();
  auto const retired = run("keys retire " + first);
  EXPECT_EQ(retired.code, 0);
  EXPECT_THAT(retired.out,
              HasSubstr("No key signs certificates now; make one: ce-admin keys new --for certificates"));
  EXPECT_EQ(run("token verify " + token).code, 0) << "issued before";
  auto const national = run("keys new --for certificates --algorithm sm2 --years 4");
  EXPECT_EQ(national.code, 0);
  EXPECT_THAT(national.out, HasSubstr("signs certificates from now on"));
  EXPECT_THAT(run("keys list").out, HasSubstr("sm2"));
  EXPECT_EQ(run("keys retire --compromised " + first).out, first + ": revoked\n");
  EXPECT_THAT(run("token verify " + token).out, HasSubstr("verdict: key_revoked\n"));
  token = made();
  EXPECT_EQ(run("token verify " + token).code, 0);
  EXPECT_EQ(run("keys new --for certificates --years 99").code, 2);
  EXPECT_EQ(run("keys new --for certificates --algorithm rsa").code, 2);
  EXPECT_EQ(run("keys retire 00000000").code, 2);
}

TEST_F(TokenAtTheCommandLine, HelpSaysWhatEachVerdictMeans) {
  auto const help = run("token verify --help");
  EXPECT_EQ(help.code, 0);
  for (auto const* word : {"genuine", "revoked", "signature_wrong", "key_unknown", "key_revoked",
                           "key_expired", "key_retired", "too_long", "EXIT CODES", "EXAMPLES"}) {
    EXPECT_THAT(help.out, HasSubstr(word));
  }
}

}  // namespace
}  // namespace ce::test
