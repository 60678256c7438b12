#include "central/visit_codes/visit_codes.h"

#include <algorithm>
#include <atomic>
#include <cctype>
#include <thread>

#include "central/store/fixture.h"
#include "support/store/first_value.h"

namespace ce::test {
namespace {

struct VisitCodes : StoreTest {
  SecretText made() { return visit_codes::make(store, 1, "person-1", now).value().code; }
  Result<SecretText> spend(SecretText const& code, std::int64_t later_ms = 0) {
    return visit_codes::spend(store, code, "K1", Instant{now.ms + later_ms});
  }
  FailureCode refusal(SecretText const& code, std::int64_t later_ms = 0) {
    auto const done = spend(code, later_ms);
    return done ? FailureCode::internal_fault : done.failure().code;
  }
};

TEST_F(VisitCodes, OpenOneVisitAndNoSecond) {
  auto const code = made();
  auto const first = spend(code);
  ASSERT_TRUE(first) << describe(first.failure());
  EXPECT_EQ(first->reveal(), id_number.reveal());
  EXPECT_EQ(refusal(code), FailureCode::visit_code_refused);
}

TEST_F(VisitCodes, AScannerMayTypeCapitals) {
  auto code = made();
  std::transform(code.reveal().begin(), code.reveal().end(), code.reveal().begin(),
                 [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
  EXPECT_TRUE(spend(code));
}

TEST_F(VisitCodes, EndWhenTheyAreOldOrReplaced) {
  EXPECT_EQ(refusal(made(), visit_codes::lifetime_ms), FailureCode::visit_code_refused);
  EXPECT_TRUE(spend(made(), visit_codes::lifetime_ms - 1));
  auto const former = made();
  auto const present = made();
  EXPECT_EQ(refusal(former), FailureCode::visit_code_refused);
  EXPECT_TRUE(spend(present)) << "a refused one takes nothing from it";
  EXPECT_EQ(refusal(SecretText{std::string(64, '0')}), FailureCode::visit_code_refused);
}

TEST_F(VisitCodes, OfAClockYearsAheadEndOnceItIsRight) {
  constexpr std::int64_t years_ms = 5LL * 365 * 86'400'000;
  auto const code = made();
  EXPECT_EQ(refusal(code, -years_ms), FailureCode::visit_code_refused);
  EXPECT_TRUE(spend(code)) << "a refusal takes nothing from it";
}

TEST_F(VisitCodes, NobodyHasOneWhoIsNotKnown) {
  EXPECT_EQ(visit_codes::make(store, 99, "person-99", now).failure().code, FailureCode::person_unknown);
}

TEST_F(VisitCodes, OfManyKiosksOneOpensTheVisit) {
  auto const code = made();
  std::atomic<int> opened{0};
  std::atomic<int> refused{0};
  {
    std::vector<std::jthread> kiosks;
    kiosks.reserve(8);
    for (int i = 0; i < 8; ++i) {
      kiosks.emplace_back([&] {
        auto const done = spend(code);
        if (done)
          ++opened;
        else if (done.failure().code == FailureCode::visit_code_refused)
          ++refused;
      });
    }
  }
  EXPECT_EQ(opened, 1);
  EXPECT_EQ(refused, 7);
}

TEST_F(VisitCodes, TheStoreKeepsNoCodeAndTheChainTellsBothEnds) {
  auto const code = made();
  EXPECT_NE(first_value(store, "SELECT code_hash FROM visit_codes"), code.reveal());
  ASSERT_TRUE(spend(code));
  auto const entry = [this](char const* action) {
    return first_value(store,
                       "SELECT actor || ' ' || subject_kind || ' ' || subject || ' ' || scope "
                       "FROM audit_entries WHERE action = '" +
                           std::string{action} + "'");
  };
  EXPECT_EQ(entry("visit_code_made"), "person-1 professional 1 440106");
  EXPECT_EQ(entry("visit_code_used"), "kiosk:K1 professional 1 440106");
  EXPECT_EQ(first_value(store, "SELECT CAST(COUNT(*) AS TEXT) FROM visit_codes"), "0");
}

}  // namespace
}  // namespace ce::test
