#include <gtest/gtest.h>

#include "shared/base/text.h"
#include "shared/grant/grant.h"
#include "support/grant_key.h"

namespace ce::grant {
namespace {

constexpr std::int64_t start = 1'767'225'600'000;

struct GrantVerification : testing::Test {
  GrantVerification() { key.sign(grant); }

  [[nodiscard]] Result<void> verified() const { return verify(grant, keys, use); }
  [[nodiscard]] FailureCode refused() const {
    auto const result = verified();
    return result ? FailureCode::internal_fault : result.failure().code;
  }

  test::GrantKey key{'a'};
  test::GrantKey other_key{'b'};
  std::vector<VerificationKey> keys{key.verification("k1"), other_key.verification("k2")};
  Grant grant{.id = EntryId::parse("0b9c7f5e-58d1-4c43-9a7e-2f6d1b3a4c51").value(),
              .certificate = "44010624000001",
              .copy = 1,
              .kiosk = "GZ-TH-01",
              .not_before = {start},
              .not_after = {start + 600'000},
              .key_id = "k1",
              .signature = {}};
  Use use{.certificate = "44010624000001", .copy = 1, .kiosk = "GZ-TH-01", .now = {start + 1000}};
};

TEST_F(GrantVerification, ASoundGrantHolds) {
  auto const result = verified();
  EXPECT_TRUE(result) << describe(result.failure());
}

TEST_F(GrantVerification, TheSignedTextIsTheDocumentedOne) {
  EXPECT_EQ(signed_text(grant).value(),
            "ce-print-grant-1\n0b9c7f5e-58d1-4c43-9a7e-2f6d1b3a4c51\n44010624000001\n1\nGZ-TH-01\n"
            "1767225600000\n1767226200000\nk1\n");
}

TEST_F(GrantVerification, EveryFlippedBitOfTheSignatureIsSeen) {
  auto const bytes = bytes_of_hex(grant.signature).value();
  for (std::size_t bit = 0; bit < bytes.size() * 8; ++bit) {
    auto flipped = bytes;
    flipped[bit / 8] = static_cast<char>(flipped[bit / 8] ^ (1 << (bit % 8)));
    grant.signature = hex(flipped);
    EXPECT_EQ(refused(), FailureCode::grant_invalid) << bit;
  }
}

TEST_F(GrantVerification, EveryMemberIsUnderTheSignature) {
  auto const changed = [this](auto change) {
    auto const sound = grant;
    change(grant, use);
    EXPECT_EQ(refused(), FailureCode::grant_invalid);
    grant = sound;
    use = {.certificate = "44010624000001", .copy = 1, .kiosk = "GZ-TH-01", .now = {start + 1000}};
  };
  changed([](Grant& g, Use&) { g.id = EntryId::make(); });
  changed([](Grant& g, Use& u) { u.certificate = g.certificate = "44010624000002"; });
  changed([](Grant& g, Use& u) { u.copy = g.copy = 2; });
  changed([](Grant& g, Use& u) { u.kiosk = g.kiosk = "GZ-TH-02"; });
  changed([](Grant& g, Use&) { g.not_before.ms -= 1; });
  changed([](Grant& g, Use&) { g.not_after.ms += 1; });
  changed([](Grant& g, Use&) { g.key_id = "k2"; });
}

TEST_F(GrantVerification, ItIsForThisUseAlone) {
  use.kiosk = "GZ-TH-02";
  EXPECT_EQ(refused(), FailureCode::grant_invalid);
  use.kiosk = "GZ-TH-01";
  use.certificate = "44010624000002";
  EXPECT_EQ(refused(), FailureCode::grant_invalid);
  use.certificate = "44010624000001";
  use.copy = 2;
  EXPECT_EQ(refused(), FailureCode::grant_invalid);
}

TEST_F(GrantVerification, ItEndsAndBegins) {
  use.now = grant.not_after;
  EXPECT_TRUE(verified());
  use.now.ms += 1;
  EXPECT_EQ(refused(), FailureCode::grant_expired);
  use.now = {start - clock_slack_ms};
  EXPECT_TRUE(verified());
  use.now.ms -= 1;
  EXPECT_EQ(refused(), FailureCode::grant_invalid);
}

TEST_F(GrantVerification, AKeyThatWasWithdrawnOrRetiredProvesNothingNew) {
  keys.front().retired = Instant{start};
  EXPECT_TRUE(verified());  // it was signed before
  keys.front().retired = Instant{start - 1};
  EXPECT_EQ(refused(), FailureCode::grant_invalid);
  keys.erase(keys.begin());
  EXPECT_EQ(refused(), FailureCode::grant_invalid);
}

TEST_F(GrantVerification, AnotherKeyUnderThatIdIsSeen) {
  keys = {other_key.verification("k1")};
  EXPECT_EQ(refused(), FailureCode::grant_invalid);
}

TEST_F(GrantVerification, MalformedMembersAreRefusedBeforeAnythingElse) {
  for (auto const* text : {"", "zz", "AB", "0"}) {
    grant.signature = text;
    EXPECT_EQ(refused(), FailureCode::grant_invalid);
  }
  key.sign(grant);
  keys.front().public_key = "00";
  EXPECT_EQ(refused(), FailureCode::grant_invalid);
  // A line break must not make two members out of one.
  grant.kiosk = "GZ-TH-01\n1767225600000";
  EXPECT_FALSE(signed_text(grant));
}

}  // namespace
}  // namespace ce::grant
