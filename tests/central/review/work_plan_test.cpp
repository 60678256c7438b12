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
                     *review::work_condition(actor, {}) + " ORDER BY r.id LIMIT $9");
}

// What waits in a region grows with it; its list has fifty lines however much that is.
TEST_F(WorkPlan, NoListSortsWhatWaits) {
  if (on_postgresql()) GTEST_SKIP() << "EXPLAIN QUERY PLAN is SQLite's own";
  struct Level {
    credit::Level level;
    std::string region, index;
  };
  std::array<Level, 3> const levels{
      {{credit::Level::county, "440106",
        "learning_records_by_region (review=? AND review_region=? AND id>?)"},
       {credit::Level::city, "440100", "learning_records_waiting_by_city (review=? AND <expr>=? AND id>?)"},
       {credit::Level::province, "440000", "learning_records_waiting (review=? AND id>?)"}}};
  for (auto const& level : levels) {
    for (auto actor : {hrss, industry}) {
      actor.level = level.level;
      actor.region = level.region;
      auto const plan = plan_of_list(store, actor);
      EXPECT_THAT(plan, testing::HasSubstr("USING INDEX " + level.index)) << plan;
      EXPECT_THAT(plan, testing::Not(testing::HasSubstr("TEMP B-TREE"))) << plan;
    }
  }
  EXPECT_THAT(plan_of_list(store, employer), testing::Not(testing::HasSubstr("TEMP B-TREE")));
}

}  // namespace
}  // namespace ce::test
