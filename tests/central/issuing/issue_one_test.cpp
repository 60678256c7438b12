// Clerks who issue single certificates at the same time share transactions (issue_one.cpp).
#include <gmock/gmock.h>

#include <atomic>
#include <thread>

#include "central/audit/verify.h"
#include "fixture.h"

namespace ce::test {
namespace {

using testing::HasSubstr;

struct IssueOne : BatchTest {
  registration::Actor const other{
      .account = "hrss-3", .party = credit::Party::hrss, .level = credit::Level::county, .region = "440304"};

  registration::Actor const& clerk_of(std::int64_t person) const { return person % 2 == 0 ? other : hrss; }
  Result<std::string> issued_to(std::int64_t person) {
    return issuing::issue_one(store, clerk_of(person), person, 2026, today, now);
  }
  /// Everybody up to `last` at the same time, by some clerks; what went wrong, by person.
  std::map<std::int64_t, std::string> issue_all(std::int64_t last) {
    std::atomic<std::int64_t> next{1};
    std::mutex mutex;
    std::map<std::int64_t, std::string> wrong;
    std::vector<std::thread> clerks;
    for (int i = 0; i < 8; ++i) {
      clerks.emplace_back([&] {
        for (auto id = next++; id <= last; id = next++) {
          auto const number = issued_to(id);
          std::lock_guard const hold{mutex};
          if (!number) wrong[id] = describe(number.failure());
        }
      });
    }
    for (auto& clerk : clerks) clerk.join();
    return wrong;
  }
  void expect_whole_chains() {
    EXPECT_TRUE(store.read([](storage::Database& database) -> Result<void> {
      CE_TRY(auto const verified, audit::verify(database, {}));
      EXPECT_TRUE(verified.findings.empty());
      return {};
    }));
  }
};

TEST_F(IssueOne, ManyAtOnceAreEachJudgedAndNumberedWithoutAGap) {
  constexpr std::int64_t people = 40;
  complete_people(people);
  write("UPDATE professionals SET region = '440304' WHERE id % 2 = 0");
  add_person(people + 1, "nobody-1", "未完成");
  refresh_all(people + 1);
  write(
      "UPDATE learning_records SET review = 'rejected', version = version + 1 WHERE professional = 7 AND "
      "subject = 'elective'");  // behind the standing's back: the records count

  auto const wrong = issue_all(people + 2);
  ASSERT_EQ(wrong.size(), 3U) << wrong.begin()->second;
  EXPECT_THAT(wrong.at(7), HasSubstr("ELECTIVE_SHORT"));
  EXPECT_THAT(wrong.at(people + 1), HasSubstr("学习未完成"));
  EXPECT_THAT(wrong.at(people + 2), HasSubstr("person_unknown"));
  EXPECT_EQ(value("SELECT COUNT(*) FROM certificates WHERE region = '440106'"), "19");
  EXPECT_EQ(value("SELECT MAX(number) FROM certificates WHERE region = '440106'"), "44010626000019");
  EXPECT_EQ(value("SELECT MAX(number) FROM certificates WHERE region = '440304'"), "44030426000020");
  EXPECT_EQ(
      value("SELECT COUNT(*) FROM yearly_standings s JOIN certificates c ON c.number = s.certificate AND "
            "c.professional = s.professional WHERE s.state = 'issued'"),
      "39");
  EXPECT_EQ(value("SELECT COUNT(*) FROM certificates c JOIN yearly_verdicts v ON v.id = c.verdict WHERE "
                  "(v.professional = c.professional AND v.record_facts <> '') OR ('\n' || v.others) LIKE "
                  "'%\n#' || c.professional || ' %'"),
            "39");
  EXPECT_EQ(value("SELECT COUNT(*) FROM audit_entries WHERE action = 'certificate_issued' AND subject LIKE "
                  "scope || '26%'"),
            "39");
  EXPECT_EQ(value("SELECT SUM(last_seq - first_seq + 1) FROM change_runs"), "39");
  EXPECT_EQ(value("SELECT SUM(issued) FROM issued_months"), "39");
  expect_whole_chains();
  EXPECT_EQ(issue_all(people).size(), static_cast<std::size_t>(people)) << "nobody a second one";
}

TEST_F(IssueOne, TheEndOfOneCountysNumbersIsNobodyElsesFault) {
  complete_people(16);
  write("UPDATE professionals SET region = '440304' WHERE id % 2 = 0");
  refresh_all(16);
  write("INSERT INTO number_counters (region, year, last_sequence) VALUES ('440106', 2026, 999997)");
  auto const wrong = issue_all(16);
  EXPECT_EQ(wrong.size(), 6U);
  for (auto const& [person, why] : wrong) EXPECT_THAT(why, HasSubstr("number_exhausted")) << person;
  EXPECT_EQ(value("SELECT MAX(number) FROM certificates WHERE region = '440106'"), "44010626999999");
  EXPECT_EQ(value("SELECT MAX(number) FROM certificates WHERE region = '440304'"), "44030426000008");
}

}  // namespace
}  // namespace ce::test
