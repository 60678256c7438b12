#pragma once

#include <optional>

#include "shared/credit/pack.h"
#include "shared/credit/record.h"
#include "shared/credit/verdict.h"

namespace ce::credit {

/// Why a record counts nothing for `year`, or nothing where it counts. The first cause in the order year,
/// recognition (article 13), schooling period (11), test (8), guide (12).
[[nodiscard]] std::optional<Note> excluded(Record const& record, Switches const& switches, int year);

/// Study time as stated, by articles 3, 8, 9 and 10.
struct Stated {
  CreditUnits units;
  bool days_exceed_dates = false;  // more days than there are between the dates; the surplus was cut off
};

/// The study time of one record whose state and year do not matter here. Days, hours and minutes of one
/// record add up (article 3). Nothing for achievements and degree study, which articles 7 and 11 measure.
[[nodiscard]] Stated stated_time(Record const& record, RulePack const& pack);

/// Days from start to end, both included; nothing unless both are known.
[[nodiscard]] std::optional<std::int32_t> calendar_days(Record const& record);

/// Whether the record is measured by the gap it fills (articles 7 and 11) instead of by time.
[[nodiscard]] constexpr bool fills_gap(Activity activity) {
  return activity == Activity::achievement || activity == Activity::degree;
}

}  // namespace ce::credit
