#pragma once

#include "central/review/fixture.h"
#include "central/standings/refresh.h"

namespace ce::test {

/// A store with the people of RegistrationTest and ways to see how their years stand.
struct StandingsTest : RegistrationTest {
  std::vector<standings::Standing> standings_of(std::int64_t person) const {
    std::vector<standings::Standing> all;
    auto const done = store.read([&](storage::Database& database) -> Result<void> {
      CE_TRY(all, standings::standings_of(database, person));
      return {};
    });
    EXPECT_TRUE(done);
    return all;
  }
  standings::Standing standing(std::int64_t person, int year) const {
    for (auto const& one : standings_of(person)) {
      if (one.year == year) return one;
    }
    return {};
  }
  void refresh(std::int64_t person) {
    auto const done = store.write([&](storage::Database& database) {
      return standings::refresh_one(database, rulebook(), person, now);
    });
    ASSERT_TRUE(done) << describe(done.failure());
  }
  /// The state of everybody's standings must be what judging them anew gives.
  void expect_current() {
    std::int64_t written = -1;
    auto const done = store.write([&](storage::Database& database) -> Result<void> {
      std::vector<std::int64_t> const everybody{1, 2, 3, 4, 5};
      CE_TRY(written, standings::refresh(database, rulebook(), everybody, now));
      return {};
    });
    ASSERT_TRUE(done) << describe(done.failure());
    EXPECT_EQ(written, 0) << "a standing was behind its records";
  }
};

}  // namespace ce::test
