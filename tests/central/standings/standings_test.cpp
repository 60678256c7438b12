#include <gmock/gmock.h>

#include "central/issuing/completion.h"
#include "central/issuing/ready_list.h"
#include "central/issuing/revoke.h"
#include "central/registration/import.h"
#include "central/standings/fixture.h"
#include "support/store/plan_of.h"

namespace ce::test {
namespace {

using standings::State;
using testing::ElementsAre;
using testing::IsEmpty;

using Standings = StandingsTest;

std::vector<std::int64_t> ids_of(issuing::ReadyPage const& page) {
  std::vector<std::int64_t> ids;
  for (auto const& person : page.people) ids.push_back(person.key.professional);
  return ids;
}

TEST_F(Standings, RegisteringAndReviewingKeepThemCurrent) {
  EXPECT_THAT(standings_of(1), IsEmpty());
  auto const record = registration::register_record(store, institution, course(), now).value().record;
  auto const before = standing(1, 2026);
  EXPECT_EQ(before.state, State::incomplete);
  EXPECT_EQ(before.done.professional.count, 0) << "nothing is approved yet";
  EXPECT_EQ(before.missing.professional, CreditUnits::hours(42));
  EXPECT_EQ(before.reasons,
            "PUBLIC_SHORT PROFESSIONAL_SHORT PROFESSIONAL_MANDATORY_SHORT ELECTIVE_SHORT TOTAL_SHORT");

  registration::Actor const industry{.account = "i",
                                     .party = credit::Party::industry_authority,
                                     .region = "440106",
                                     .industries = {"construction"}};
  registration::Actor const hrss{.account = "h", .party = credit::Party::hrss, .region = "440106"};
  ASSERT_TRUE(review::take_step(store, employer, {record, 1, credit::Decision::approve, {}}, now));
  ASSERT_TRUE(review::take_step(store, industry, {record, 2, credit::Decision::approve, {}}, now));
  std::vector<review::Judgement> const batch{{record, 3, credit::Decision::approve, {}}};
  ASSERT_TRUE(review::take_steps(store, hrss, batch, now).value().at(0));
  auto const after = standing(1, 2026);
  EXPECT_EQ(after.done.professional, CreditUnits::hours(12));
  EXPECT_EQ(after.missing.professional, CreditUnits::hours(30));
  EXPECT_EQ(after.record_versions, before.record_versions + 3);
  expect_current();
}

TEST_F(Standings, ACorrectionThatMovesARecordToAnotherYearRewritesBoth) {
  auto const record = registration::register_record(store, institution, course(), now).value().record;
  ASSERT_TRUE(review::take_step(store, employer,
                                {record, 1, credit::Decision::return_for_correction, "日期不对"}, now));
  auto corrected = course();
  corrected.record.start = Date::make(2025, 3, 2).value();
  corrected.record.end = Date::make(2025, 3, 3).value();
  auto const done = review::resubmit(store, person, record, 2, corrected, now);
  ASSERT_TRUE(done) << describe(done.failure());
  EXPECT_EQ(standing(1, 2025).state, State::incomplete);
  EXPECT_EQ(standing(1, 2026).state, State::nothing);
  expect_current();
}

TEST_F(Standings, AFileRefreshesEachPersonOnce) {
  std::string const csv = "证件号码,姓名,科目,学习形式,学习内容,开始日期,结束日期,学时,考核结果\n" +
                          id_number.reveal() +
                          ",陈家明,公需科目,培训,课程一,2026-03-02,2026-03-03,12,合格\n" +
                          id_number.reveal() + ",陈家明,公需科目,培训,课程二,2026-04-02,2026-04-03,12,合格\n";
  auto const report = registration::import_file(store, institution, csv, {}, now);
  ASSERT_TRUE(report) << describe(report.failure());
  ASSERT_EQ(report->count(registration::RowFate::registered), 2U);
  EXPECT_EQ(standing(1, 2026).record_versions, 2);
  expect_current();
}

TEST_F(Standings, IssuingAndRevokingChangeTheState) {
  complete_year(1, 2026);
  refresh(1);
  EXPECT_EQ(standing(1, 2026).state, State::ready);
  auto const number = issue(1, 2026).value();
  EXPECT_EQ(standing(1, 2026).state, State::issued);
  EXPECT_EQ(standing(1, 2026).certificate, number);
  ASSERT_TRUE(store.write([&](storage::Database& database) {
    return issuing::revoke(database, rulebook(), number, "登记有误", now);
  }));
  EXPECT_EQ(standing(1, 2026).state, State::ready);
  EXPECT_EQ(standing(1, 2026).certificate, "");
  expect_current();
}

TEST_F(Standings, ReadyListsFollowArticle14AndPageByKey) {
  for (std::int64_t id = 1; id <= 5; ++id) {
    complete_year(id, 2026);
    refresh(id);
  }
  auto const page = [&](std::string const& region, issuing::ReadyKey after = {}, int limit = 50) {
    return issuing::ready_list(store, {{region}, 2026, after, limit}).value();
  };
  // 3 works for a unit of the province, 4's file is hosted in 440104.
  EXPECT_THAT(ids_of(page("440106")), ElementsAre(1, 2, 5));
  EXPECT_THAT(ids_of(page("440104")), ElementsAre(4));
  EXPECT_THAT(ids_of(page("440100")), ElementsAre(4, 1, 2, 5));
  EXPECT_THAT(ids_of(page("440000")), ElementsAre(3, 4, 1, 2, 5));

  auto const first = page("440000", {}, 2);
  EXPECT_THAT(ids_of(first), ElementsAre(3, 4));
  ASSERT_TRUE(first.after);
  ASSERT_TRUE(issue(1, 2026)) << "somebody issues meanwhile";
  auto const second = page("440000", *first.after, 2);
  EXPECT_THAT(ids_of(second), ElementsAre(2, 5));
  EXPECT_FALSE(second.after);
  EXPECT_EQ(first.people.at(0).done.total, CreditUnits::hours(90));
  EXPECT_EQ(issuing::ready_list(store, {{}, 2026, {}, 0}).failure().code, FailureCode::input_invalid);
}

TEST_F(Standings, CountsByRegionSumUp) {
  for (std::int64_t id = 1; id <= 4; ++id) complete_year(id, 2026);
  add_records(5, 2026, {{credit::Subject::elective, 3}});
  for (std::int64_t id = 1; id <= 5; ++id) refresh(id);
  ASSERT_TRUE(issue(2, 2026));
  auto const counts = issuing::completion_by_region(store, {"440100"}, 2026).value();
  EXPECT_EQ(counts.size(), 12U) << "Guangzhou and its districts";
  auto const tianhe = issuing::sum_of(counts, {"440106"});
  EXPECT_EQ(tianhe.name, "广东省广州市天河区");
  EXPECT_EQ(tianhe.ready, 1);
  EXPECT_EQ(tianhe.issued, 1);
  EXPECT_EQ(tianhe.incomplete, 1);
  EXPECT_EQ(issuing::sum_of(counts, {"440100"}).people(), 4);
  auto const province = issuing::completion_by_region(store, {}, 2026).value();
  EXPECT_EQ(issuing::sum_of(province, {}).complete(), 4);
}

TEST_F(Standings, ListsAreRangesOfAnIndex) {
  if (on_postgresql()) GTEST_SKIP() << "EXPLAIN QUERY PLAN is SQLite's own";
  auto const plan_of = [&](std::string const& sql) { return test::plan_of(store, sql); };
  auto const ready = plan_of(
      "SELECT professional FROM yearly_standings WHERE year = 2026 AND state = 'ready' AND "
      "issuing_region BETWEEN '440100' AND '440199' AND (issuing_region, professional) > ('440101', 7) "
      "ORDER BY issuing_region, professional LIMIT 50");
  EXPECT_THAT(ready, testing::HasSubstr("COVERING INDEX yearly_standings_by_state (year=? AND state=? AND"));
  EXPECT_THAT(ready, testing::Not(testing::HasSubstr("TEMP B-TREE")));
  EXPECT_THAT(plan_of("SELECT issuing_region, COUNT(*) FROM yearly_standings WHERE year = 2026 AND "
                      "state = 'ready' AND issuing_region BETWEEN '440000' AND '449999' "
                      "GROUP BY issuing_region"),
              testing::Not(testing::HasSubstr("TEMP B-TREE")));
}

}  // namespace
}  // namespace ce::test
