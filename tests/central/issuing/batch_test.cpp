#include <gmock/gmock.h>

#include "central/issuing/fixture.h"
#include "central/issuing/ready_list.h"
#include "central/registration/register.h"

namespace ce::test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

using Batch = BatchTest;

TEST_F(Batch, IssuesToEverybodyReadyInUnbrokenRuns) {
  complete_people(600);
  std::vector<std::int64_t> told;
  auto const report = issuing::issue_batch(store, hrss, order(), now, [&](std::int64_t done, std::int64_t) {
    told.push_back(done);
    return true;
  });
  ASSERT_TRUE(report) << describe(report.failure());
  EXPECT_EQ(report->issued, 600);
  EXPECT_THAT(report->refused, IsEmpty());
  EXPECT_THAT(report->runs, ElementsAre(issuing::NumberRun{"44010626000001", "44010626000256"},
                                        issuing::NumberRun{"44010626000257", "44010626000512"},
                                        issuing::NumberRun{"44010626000513", "44010626000600"}));
  EXPECT_THAT(told, ElementsAre(256, 512, 600));
  EXPECT_EQ(value("SELECT COUNT(DISTINCT number) FROM certificates WHERE issued_by = 'hrss-1'"), "600");
  EXPECT_EQ(value("SELECT MAX(number) FROM certificates"), "44010626000600");
  EXPECT_EQ(value("SELECT COUNT(*) FROM certificates c JOIN yearly_verdicts v ON v.id = c.verdict "
                  "JOIN frozen_packs p ON p.digest = v.frozen_pack "
                  "WHERE (v.professional = c.professional AND v.record_facts <> '') OR v.others LIKE "
                  "'%#' || c.professional || ' 1260 %'"),
            "600");
  EXPECT_EQ(value("SELECT COUNT(*) || ' ' || SUM(last_seq - first_seq + 1) FROM change_runs"), "3 600");
  EXPECT_EQ(value("SELECT COUNT(*) FROM yearly_standings s JOIN certificates c ON c.number = s.certificate "
                  "AND c.professional = s.professional WHERE s.state = 'issued'"),
            "600");
  EXPECT_EQ(value("SELECT COUNT(*) FROM audit_entries WHERE action = 'certificates_issued'"), "3");
}

TEST_F(Batch, WhoIsNotToGetOneIsReportedAndTakesNoNumber) {
  complete_people(4);
  add_person(5, "440106188503129995", "未完成");
  add_records(5, 2026, {{credit::Subject::public_subject, 30}});
  write("INSERT INTO employers (id, name, region, provincial) VALUES (1, '省属研究所', '440106', 1)");
  write("UPDATE professionals SET employer = 1 WHERE id = 3");
  refresh_all(5);
  ASSERT_TRUE(issue(2, 2026));
  auto clerk = hrss;
  clerk.professional = 4;
  auto const report = issuing::issue_batch(store, clerk, order({5, 4, 3, 2, 1, 99, 1}), now);
  ASSERT_TRUE(report) << describe(report.failure());
  EXPECT_EQ(report->issued, 1);
  EXPECT_THAT(report->runs, ElementsAre(issuing::NumberRun{"44010626000002", "44010626000002"}));
  ASSERT_THAT(report->refused, SizeIs(5));
  std::vector<std::string> why;
  for (auto const& refusal : report->refused) why.push_back(refusal.why);
  EXPECT_THAT(why,
              ElementsAre(HasSubstr("该年度已发证书 44010626000001"), HasSubstr("第十四条"),
                          HasSubstr("不能为本人"), HasSubstr("PROFESSIONAL_SHORT"), HasSubstr("没有此人")));
}

TEST_F(Batch, StandingsOnlyFindPeopleTheRecordsDecide) {
  complete_people(3);
  // Somebody rejected a record and nobody told the standings.
  write("UPDATE learning_records SET review = 'rejected', version = version + 1 WHERE professional = 2");
  auto const report = approve(order());
  ASSERT_TRUE(report);
  EXPECT_EQ(report->issued, 2);
  ASSERT_THAT(report->refused, SizeIs(1));
  EXPECT_EQ(report->refused[0].professional, 2);
  EXPECT_EQ(value("SELECT MAX(number) FROM certificates"), "44010626000002");
}

TEST_F(Batch, WhoChangesAfterBeingJudgedIsJudgedAgain) {
  complete_people(600);
  // 256 people are a transaction, and those of the next ones are judged while it is written.
  auto const change = [&](std::int64_t done, std::int64_t /*total*/) {
    if (done != 256) return true;
    write("UPDATE professionals SET name = '改名' WHERE id = 300");
    write("UPDATE learning_records SET review = 'rejected', version = version + 1 WHERE professional = 301");
    refresh_all(301);
    EXPECT_TRUE(issuing::issue_one(store, hrss, 302, 2026, today, now));
    write("UPDATE learning_records SET version = version + 1 WHERE professional = 520");  // no standing told
    return true;
  };
  auto const report = issuing::issue_batch(store, hrss, order(), now, change);
  ASSERT_TRUE(report) << describe(report.failure());
  EXPECT_EQ(report->issued, 598);
  std::vector<std::string> why;
  for (auto const& refusal : report->refused)
    why.push_back(std::to_string(refusal.professional) + refusal.why);
  EXPECT_THAT(why, ElementsAre(HasSubstr("301该年度学习未完成"), HasSubstr("302该年度已发证书")));
  EXPECT_EQ(value("SELECT name FROM certificates WHERE professional = 300"), "改名");
  EXPECT_EQ(value("SELECT COUNT(*) FROM certificates"), "599");
  EXPECT_EQ(value("SELECT MAX(number) FROM certificates"), "44010626000599");
  EXPECT_EQ(value("SELECT COUNT(*) FROM yearly_standings s JOIN certificates c ON c.number = s.certificate "
                  "AND c.professional = s.professional AND c.year = s.year WHERE s.state = 'issued'"),
            "599");
}

TEST_F(Batch, TheSameOrderAgainIssuesNothingAndReportsTheSame) {
  complete_people(300);
  for (auto const& people : {std::vector<std::int64_t>{}, std::vector<std::int64_t>{1, 2, 3}}) {
    auto const wanted = order(people);
    auto const first = approve(wanted);
    ASSERT_TRUE(first) << describe(first.failure());
    auto const again = approve(wanted);
    ASSERT_TRUE(again) << describe(again.failure());
    EXPECT_TRUE(again->resumed);
    EXPECT_EQ(again->issued, first->issued);
    EXPECT_EQ(again->runs, first->runs);
    EXPECT_EQ(again->refused.size(), first->refused.size());
    auto other = wanted;
    other.day = Date::from_days(today.days() - 1);
    EXPECT_EQ(approve(other).failure().code, FailureCode::input_invalid);
    write("UPDATE certificates SET revoked_ms = 1, revoked_reason = '重来' WHERE revoked_ms IS NULL");
    refresh_all(300);
  }
}

TEST_F(Batch, OnlyTheHrssOfThatVeryRegionMayIssue) {
  complete_people(2);
  auto const tried = [&](registration::Actor const& actor) {
    auto const done = issuing::issue_batch(store, actor, order({1, 2}), now);
    return done ? "issued " + std::to_string(done->issued) : describe(done.failure());
  };
  EXPECT_EQ(tried(city), "issued 0") << "a city issues to its own units alone";
  auto pretender = hrss;
  pretender.level = credit::Level::province;
  EXPECT_THAT(tried(pretender), HasSubstr("issuing_refused"));
  auto employer = hrss;
  employer.party = credit::Party::employer;
  EXPECT_THAT(tried(employer), HasSubstr("只有人力资源社会保障部门"));
  auto nowhere = hrss;
  nowhere.region = "510000";
  EXPECT_THAT(tried(nowhere), HasSubstr("issuing_refused"));
  EXPECT_EQ(issuing::issue_one(store, city, 1, 2026, today, now).failure().code,
            FailureCode::issuing_refused);
  EXPECT_EQ(tried(hrss), "issued 2");
}

TEST_F(Batch, DaysAreChecked) {
  complete_people(1);
  auto wanted = order();
  wanted.day = Date::from_days(today.days() + 1);
  EXPECT_EQ(approve(wanted).failure().code, FailureCode::input_invalid);
  wanted.day = Date::make(2025, 12, 31).value();
  EXPECT_EQ(approve(wanted).failure().code, FailureCode::input_invalid);
  wanted.day = today;
  wanted.year = 1999;
  EXPECT_EQ(approve(wanted).failure().code, FailureCode::year_without_pack);
  EXPECT_EQ(value("SELECT COUNT(*) FROM issue_batches"), "0");
}

TEST_F(Batch, TheEndOfTheRangeIsToldBeforeAnythingIsWritten) {
  complete_people(300);
  write("INSERT INTO number_counters (region, year, last_sequence) VALUES ('440106', 2026, 999800)");
  auto const refused = approve(order());
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.failure().code, FailureCode::number_exhausted);
  EXPECT_THAT(refused.failure().detail, HasSubstr("只剩 199 个，需要 300 个"));
  EXPECT_EQ(value("SELECT COUNT(*) FROM certificates"), "0");
  EXPECT_EQ(value("SELECT COUNT(*) FROM issue_batches"), "0");
  std::vector<std::int64_t> some;
  for (std::int64_t id = 1; id <= 199; ++id) some.push_back(id);
  ASSERT_TRUE(approve(order(some)));
  EXPECT_EQ(value("SELECT MAX(number) FROM certificates"), "44010626999999");
  EXPECT_EQ(issue(200, 2026).failure().code, FailureCode::number_exhausted);
}

TEST_F(Batch, AMergedRegionIsIssuedForByItsSuccessor) {
  auto const retired = std::string{"440184"};  // 从化市, a district of its own code since 2014
  auto const present = rulebook().regions.issuing_code(retired, 2026);
  ASSERT_NE(present, retired);
  complete_year(1, 2026);
  write("UPDATE professionals SET region = '" + retired + "' WHERE id = 1");
  refresh_all(1);
  auto clerk = hrss;
  clerk.region = present;
  auto const number = issuing::issue_one(store, clerk, 1, 2026, today, now);
  ASSERT_TRUE(number) << describe(number.failure());
  EXPECT_EQ(*number, present + "26000001");
}

}  // namespace
}  // namespace ce::test
