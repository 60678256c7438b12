#include "central/issuing/issue.h"
#include "central/issuing/revoke.h"

#include <gmock/gmock.h>

#include <set>
#include <thread>

#include "central/store/fixture.h"

namespace ce::test {
namespace {

using credit::Subject;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

using Issuing = StoreTest;

TEST_F(Issuing, NumbersAreOfArticle15) {
  complete_year(1, 2026);
  complete_year(1, 2025);
  EXPECT_EQ(issue(1, 2026).value(), "44010626000001");
  EXPECT_EQ(issue(1, 2025).value(), "44010625000001");
}

TEST_F(Issuing, AnIncompleteYearIsRefusedWithItsReasons) {
  add_records(1, 2026, {{Subject::public_subject, 30}, {Subject::professional, 42, true}});
  auto const refused = issue(1, 2026);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.failure().code, FailureCode::issuing_refused);
  EXPECT_THAT(refused.failure().detail, HasSubstr("ELECTIVE_SHORT"));
  EXPECT_EQ(issue(99, 2026).failure().code, FailureCode::person_unknown);
  EXPECT_EQ(issue(1, 1999).failure().code, FailureCode::year_without_pack);
}

TEST_F(Issuing, ANameThatNothingCanPrintTakesNoNumber) {
  complete_year(1, 2026);
  write("UPDATE professionals SET name = '陈\ue815明' WHERE id = 1");
  auto const refused = issue(1, 2026);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.failure().code, FailureCode::issuing_refused);
  EXPECT_THAT(refused.failure().detail, HasSubstr("第 2 字（U+E815）"));
  EXPECT_THAT(refused.failure().detail, Not(HasSubstr("陈")));
  write("UPDATE professionals SET name = '陈𠂇明' WHERE id = 1");
  EXPECT_EQ(issue(1, 2026).value(), "44010626000001") << "no number was taken";
}

TEST_F(Issuing, OneIsInForceForAPersonAndYear) {
  complete_year(1, 2026);
  ASSERT_TRUE(issue(1, 2026));
  auto const twice = issue(1, 2026);
  ASSERT_FALSE(twice);
  EXPECT_EQ(twice.failure().code, FailureCode::issuing_refused);
}

TEST_F(Issuing, ANumberTakenBackIsGivenOutAgainAndARevokedOneNever) {
  complete_year(1, 2026);
  auto const taken_back = store.write([&](storage::Database& database) -> Result<void> {
    CE_CHECK(issuing::issue(database, rulebook(), {1, 2026, today, now}));
    return Failure{FailureCode::internal_fault, "something after it failed"};
  });
  EXPECT_FALSE(taken_back);
  EXPECT_EQ(issue(1, 2026).value(), "44010626000001");
  auto const revoke = [&](std::string const& number, std::string const& reason) {
    return store.write([&](storage::Database& database) {
      return issuing::revoke(database, rulebook(), number, reason, now);
    });
  };
  EXPECT_FALSE(revoke("44010626000001", ""));
  EXPECT_TRUE(revoke("44010626000001", "更正"));
  EXPECT_FALSE(revoke("44010626000001", "更正"));
  EXPECT_EQ(revoke("44010626000009", "更正").failure().code, FailureCode::certificate_unknown);
  EXPECT_EQ(issue(1, 2026).value(), "44010626000002");
}

TEST_F(Issuing, TheVerdictIsFrozenWithPackSwitchesAndRecords) {
  complete_year(1, 2026);
  add_records(1, 2025, {{Subject::public_subject, 5}});
  ASSERT_TRUE(issue(1, 2026));
  std::vector<std::string> row;
  ASSERT_TRUE(store.read([&](storage::Database& database) -> Result<void> {
    auto frozen = database.prepare(
        "SELECT r.pack, r.switches, v.record_ids, v.total_units, v.guide_units FROM certificates c "
        "JOIN yearly_verdicts v ON v.id = c.verdict JOIN rule_readings r ON r.id = v.reading");
    CE_CHECK(frozen.step());
    row = {frozen.text(0), frozen.text(1), frozen.text(2), frozen.text(3), frozen.text(4)};
    return {};
  }));
  EXPECT_THAT(row,
              ElementsAre("GD2021", HasSubstr("subject_compensation=none\n"), "1 2 3 4", "8100", "1260"));
}

TEST_F(Issuing, NumbersHaveNoGapUnderConcurrency) {
  constexpr int people = 48;
  for (int i = 2; i <= people; ++i) {
    add_person(i, "4401061885031" + std::to_string(10'000 + i), "测试");
  }
  for (int i = 1; i <= people; ++i) complete_year(i, 2026);
  std::vector<std::thread> threads;
  for (int t = 0; t < 4; ++t) {
    threads.emplace_back([this, t] {
      for (int i = 1 + t; i <= people; i += 4) {
        EXPECT_TRUE(issue(i, 2026));
        EXPECT_FALSE(issue(i, 2026));
      }
    });
  }
  for (auto& thread : threads) thread.join();
  std::set<std::string> numbers;
  ASSERT_TRUE(store.read([&](storage::Database& database) -> Result<void> {
    auto rows = database.prepare("SELECT number FROM certificates");
    for (;;) {
      CE_TRY(bool const more, rows.step());
      if (!more) return {};
      numbers.insert(rows.text(0));
    }
  }));
  EXPECT_EQ(numbers.size(), static_cast<std::size_t>(people));
  EXPECT_EQ(*numbers.begin(), "44010626000001");
  EXPECT_EQ(*numbers.rbegin(), "44010626000048");
}

}  // namespace
}  // namespace ce::test
