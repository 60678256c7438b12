#pragma once

#include <functional>

#include "central/store/store.h"

namespace ce::standings {

struct YearRefresh {
  std::int64_t judged = 0;   // people, those of an earlier interrupted run included
  std::int64_t changed = 0;  // rows that this run wrote
  bool resumed = false;      // went on where another run had stopped
};

/// Judges one year of everybody anew: after a change of its pack or guide, for a store from before there were
/// standings, and to open a new year. A transaction for each 500 people; a run that is interrupted goes on
/// there unless the year's pack has changed meanwhile. `progress` is told the people judged so far; false
/// stops. Fails with year_without_pack, and with storage errors; what was written stays.
[[nodiscard]] Result<YearRefresh> refresh_year(store::Store& store, int year, Instant now,
                                               std::function<bool(std::int64_t)> const& progress = {});

}  // namespace ce::standings
