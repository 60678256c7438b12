#include <gmock/gmock.h>

#include "central/rejudging/work_off.h"
#include "central/standings/fixture.h"
#include "central/standings/refresh_year.h"

namespace ce::test {
namespace {

using standings::State;

struct SetTime final : Clock {
  Instant at;
  [[nodiscard]] Instant now() const override { return at; }
  [[nodiscard]] Tick tick() const override { return {}; }
};

struct RejudgingTest : StandingsTest {
  SetTime clock;
  rejudging::Rejudging rejudging{store, clock};

  void SetUp() override {
    StandingsTest::SetUp();
    clock.at = now;
  }
  static bool works(rejudging::Rejudging& worker, bool ending = false) {
    auto const worked = worker.run([ending] { return ending; });
    EXPECT_TRUE(worked) << describe(worked.failure());
    return worked && *worked;
  }
  rejudging::Job job() const {
    std::optional<rejudging::Job> found;
    EXPECT_TRUE(store.read([&](storage::Database& database) -> Result<void> {
      CE_TRY(found, rejudging::read_job(database));
      return {};
    }));
    return found.value_or(rejudging::Job{});
  }
  /// As a program of before kept marks has left them.
  void make_old() { write("UPDATE yearly_standings SET pack = '', achievement_units = NULL"); }
  void add_students(int people) {
    write("WITH RECURSIVE more(i) AS (SELECT 6 UNION ALL SELECT i + 1 FROM more WHERE i < " +
          std::to_string(people) +
          ") INSERT INTO professionals (id, id_number, name, region, created_ms) "
          "SELECT i, 'N' || i, '学员', '440106', 0 FROM more");
    ASSERT_TRUE(standings::refresh_year(store, 2026, now));
  }
};

TEST_F(RejudgingTest, RowsOfAnOlderProgramAreJudgedWithoutAnybodyAsking) {
  complete_year(1, 2026);
  complete_year(1, 2025);
  refresh(1);
  make_old();
  EXPECT_TRUE(works(rejudging));
  EXPECT_EQ(job().state, jobs::State::done);
  EXPECT_EQ(job().judged, 1);
  EXPECT_EQ(job().changed, 2);
  for (int const year : {2025, 2026}) EXPECT_NE(standing(1, year).pack, "") << year;
  EXPECT_EQ(count("yearly_standings"), 2) << "no year is opened for anybody";
  EXPECT_EQ(count("audit_entries WHERE action = 'verdicts_refreshed' AND actor = 'operator:ce-central'"), 1);
  EXPECT_FALSE(works(rejudging));
}

TEST_F(RejudgingTest, WhatIsOfTodaysRulesIsLeftAlone) {
  EXPECT_FALSE(works(rejudging)) << "nobody has a standing yet";
  EXPECT_EQ(job().state, jobs::State::done);
  complete_year(1, 2026);
  refresh(1);
  EXPECT_FALSE(works(rejudging));
  write("DELETE FROM rejudging_jobs");  // as a store of before there was the job
  EXPECT_TRUE(works(rejudging)) << "read once";
  EXPECT_EQ(job().judged, 0);
  EXPECT_EQ(count("audit_entries WHERE action = 'verdicts_refreshed'"), 0);
}

TEST_F(RejudgingTest, OneProcessWorksAndAnotherGoesOnWhereItEnded) {
  constexpr int people = 700;
  add_students(people);
  make_old();
  rejudging::Rejudging second{store, clock};
  EXPECT_TRUE(works(rejudging, true)) << "asked to end after the first 500";
  EXPECT_EQ(job().state, jobs::State::waiting);
  EXPECT_EQ(job().judged, 500);
  // A third took it up and says nothing more.
  write("UPDATE rejudging_jobs SET state = 'running', heard_ms = " + std::to_string(now.ms));
  EXPECT_FALSE(works(second)) << "somebody else is at it";
  clock.at.ms += jobs::usual_silence_ms + 1000;
  EXPECT_TRUE(works(second));
  EXPECT_EQ(job().state, jobs::State::done);
  EXPECT_EQ(job().judged, people) << "each once";
  EXPECT_EQ(count("yearly_standings WHERE pack = ''"), 0);
}

TEST_F(RejudgingTest, AChangedPackIsBroughtIn) {
  complete_year(1, 2026);
  refresh(1);
  EXPECT_TRUE(works(rejudging));
  auto packs = rulebook().packs.all();
  for (auto& pack : packs) {
    if (pack.covers(2026)) pack.elective_required = CreditUnits::hours(19);
  }
  store::Rulebook const stricter{credit::PackShelf::make(std::move(packs)).value(), rulebook().regions};
  auto other = store::Store::open(place.location(), stricter, {}).value();
  rejudging::Rejudging restarted{other, clock};
  EXPECT_TRUE(works(restarted));
  EXPECT_EQ(standing(1, 2026).state, State::incomplete);
}

}  // namespace
}  // namespace ce::test
