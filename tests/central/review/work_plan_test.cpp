#include <gmock/gmock.h>

#include <array>

#include "central/review/fixture.h"
#include "central/review/work_query.h"
#include "support/store/plan_of.h"

namespace ce::test {
namespace {

using WorkPlan = ReviewTest;

std::string plan_of_list(store::Store const& store, Actor const& actor) {
  return plan_of(store,
                 "SELECT r.id FROM learning_records r JOIN professionals p ON p.id = r.professional WHERE " +
                     *review::work_condition(actor, {}) + " ORDER BY r.id LIMIT $9",
                 [&](storage::Statement& list) {
                   EXPECT_TRUE(review::bind_work(list, actor, {}));
                   list.bind(9, 50);
                 });
}

// What waits in a region grows with it; its list has fifty lines however much that is.
TEST_F(WorkPlan, NoListSortsWhatWaits) {
  struct Level {
    credit::Level level;
    std::string region, index;
  };
  std::array<Level, 3> const levels{{{credit::Level::county, "440106", "learning_records_by_region"},
                                     {credit::Level::city, "440100", "learning_records_waiting_by_city"},
                                     {credit::Level::province, "440000", "learning_records_waiting"}}};
  auto const sorts = on_postgresql() ? "Sort" : "TEMP B-TREE";
  for (auto const& level : levels) {
    for (auto actor : {hrss, industry}) {
      actor.level = level.level;
      actor.region = level.region;
      auto const plan = plan_of_list(store, actor);
      EXPECT_THAT(plan, testing::Not(testing::HasSubstr(sorts))) << plan;
      // Of few rows a server takes any index that has them in order; which one it takes of many is measured.
      if (on_postgresql()) continue;
      // As far as the number from which the page goes on: else a page is as long to find as those before it.
      EXPECT_THAT(plan, testing::ContainsRegex("USING INDEX " + level.index + " [(].*id>[?][)]")) << plan;
    }
  }
  EXPECT_THAT(plan_of_list(store, employer), testing::Not(testing::HasSubstr(sorts)));
}

// Asked for each page of the console: it walks what waits for the actor, in one index, and looks each year
// up.
TEST_F(WorkPlan, NoCountReadsAllRecordsOrSortsThem) {
  for (auto const& actor : {hrss, industry, employer}) {
    auto const plan = plan_of(store,
                              "SELECT COUNT(*) FROM (SELECT r.id FROM learning_records r WHERE " +
                                  *review::open_work_condition(actor) + " LIMIT $9) waiting",
                              [&](storage::Statement& counting) {
                                EXPECT_TRUE(review::bind_work(counting, actor, {}));
                                counting.bind(9, 1000);
                              });
    EXPECT_THAT(plan,
                testing::Not(testing::ContainsRegex("TEMP B-TREE|Sort|SCAN r|Seq Scan on learning_records")))
        << plan;
    if (on_postgresql()) continue;
    EXPECT_THAT(plan, testing::AllOf(testing::HasSubstr("SEARCH r USING"),
                                     testing::ContainsRegex("SEARCH closed_years USING .*PRIMARY KEY")))
        << plan;
  }
}

}  // namespace
}  // namespace ce::test
