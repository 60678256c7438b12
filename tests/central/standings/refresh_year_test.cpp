#include "central/standings/refresh_year.h"

#include <gmock/gmock.h>

#include "central/standings/fixture.h"

namespace ce::test {
namespace {

using standings::State;

using RefreshYear = StandingsTest;

TEST_F(RefreshYear, OpensAYearForEverybody) {
  complete_year(2, 2026);
  auto const done = standings::refresh_year(store, 2026, now);
  ASSERT_TRUE(done) << describe(done.failure());
  EXPECT_EQ(done->judged, 5);
  EXPECT_EQ(done->changed, 5);
  EXPECT_EQ(standing(1, 2026).state, State::nothing);
  EXPECT_EQ(standing(1, 2026).year, 2026);
  EXPECT_EQ(standing(2, 2026).state, State::ready);
  EXPECT_EQ(standings::refresh_year(store, 2026, now).value().changed, 0);
  EXPECT_EQ(standings::refresh_year(store, 1999, now).failure().code, FailureCode::year_without_pack);
}

TEST_F(RefreshYear, GoesOnWhereItWasInterrupted) {
  constexpr int people = 1200;
  write("WITH RECURSIVE more(i) AS (SELECT 6 UNION ALL SELECT i + 1 FROM more WHERE i < " +
        std::to_string(people) +
        ") INSERT INTO professionals (id, id_number, name, region, created_ms) "
        "SELECT i, 'N' || i, '学员', '440106', 0 FROM more");
  auto const stopped = standings::refresh_year(store, 2026, now, [](std::int64_t) { return false; });
  ASSERT_TRUE(stopped);
  EXPECT_EQ(stopped->judged, 500);
  auto const resumed = standings::refresh_year(store, 2026, now);
  ASSERT_TRUE(resumed);
  EXPECT_TRUE(resumed->resumed);
  EXPECT_EQ(resumed->judged, people);
  EXPECT_EQ(resumed->changed, people - 500);
  EXPECT_EQ(count("yearly_standings WHERE year = 2026"), people);
}

TEST_F(RefreshYear, AChangedPackBeginsAnewAndChangesStates) {
  complete_year(1, 2026);
  ASSERT_TRUE(standings::refresh_year(store, 2026, now));
  auto packs = rulebook().packs.all();
  for (auto& pack : packs) {
    if (pack.covers(2026)) pack.elective_required = CreditUnits::hours(19);
  }
  store::Rulebook const stricter{credit::PackShelf::make(std::move(packs)).value(), rulebook().regions};
  auto other = store::Store::open(place.location(), stricter, {}).value();
  auto const done = standings::refresh_year(other, 2026, now);
  ASSERT_TRUE(done);
  EXPECT_EQ(done->judged, 5);
  EXPECT_EQ(standing(1, 2026).state, State::incomplete);
  EXPECT_EQ(standing(1, 2026).missing.elective, CreditUnits::hours(1));
}

}  // namespace
}  // namespace ce::test
