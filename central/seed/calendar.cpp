#include "central/seed/calendar.h"

#include <algorithm>

namespace ce::seed {
namespace {

constexpr std::int32_t usual_review_days = 14;
constexpr std::int64_t units_a_day = 6 * CreditUnits::per_hour;

std::int32_t days_for(credit::Record const& record) {
  auto const units = record.hours ? record.hours->count : 1;
  return static_cast<std::int32_t>((units + units_a_day - 1) / units_a_day);
}

Date make_day(int year, int month, int day) {
  return Date::make(year, month, day).value();
}

}  // namespace

void spread_over_year(Random& random, int year, Date last_day, std::vector<Study>& studies) {
  auto const first = make_day(year, 1, 2).days();
  auto const span = std::max<std::int32_t>(last_day.days() - first + 1, 1);
  auto const count = static_cast<std::int32_t>(studies.size());
  for (std::int32_t i = 0; i < count; ++i) {
    auto& record = studies[static_cast<std::size_t>(i)].record;
    auto const from = first + span * i / count;
    auto const until = std::max(first + span * (i + 1) / count - 1, from);
    auto const length = std::min(days_for(record), until - from + 1);
    auto const start = from + random.below(until - from + 1 - length + 1);
    record.start = Date::from_days(start);
    record.end = Date::from_days(start + length - 1);
    if (record.activity == credit::Activity::achievement) record.start = record.end;
  }
}

Date batch_day(int region, int year, Date today) {
  if (year < today.year()) return make_day(year, 12, 12 + region % 17);
  return Date::from_days(std::max(today.days() - region % 10, make_day(year, 1, 1).days()));
}

Date last_study_day(int year, Date today) {
  auto const last = make_day(year, 12, 12).days();
  auto const first = make_day(year, 1, 2).days();
  return Date::from_days(std::max(std::min(last, today.days()) - usual_review_days, first));
}

}  // namespace ce::seed
