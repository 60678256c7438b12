#include "shared/credit/counting.h"

#include <algorithm>

namespace ce::credit {
namespace {

constexpr std::int64_t units_per_hour = CreditUnits::per_hour;

std::optional<Date> const& dating(Record const& record, YearAttribution attribution) {
  return attribution == YearAttribution::start_date ? record.start : record.end;
}

bool belongs_to(Record const& record, Switches const& switches, int year) {
  bool const paper = record.activity == Activity::achievement && record.kind == AchievementKind::paper;
  if (paper && switches.paper_year == PaperYear::any) return true;
  if (record.credit_year) return *record.credit_year == year;
  if (record.activity == Activity::degree && switches.degree_credit == DegreeCredit::each_year &&
      record.start && record.end) {
    return record.start->year() <= year && year <= record.end->year();
  }
  auto const& date = dating(record, switches.year_attribution);
  return !date || date->year() == year;
}

bool recognised(Record const& record, Switches const& switches) {
  if (record.review == ReviewState::approved) return true;
  bool const decided_against =
      record.review == ReviewState::returned || record.review == ReviewState::rejected;
  return record.activity == Activity::online_approved &&
         switches.auto_online_review == AutoOnlineReview::automatic && !decided_against;
}

// Articles 9 and 11 ask for a passed test in so many words; article 8 only shuts out a failed one.
bool test_stands(Record const& record) {
  switch (record.assessment) {
    case Assessment::pass:
      return true;
    case Assessment::fail:
    case Assessment::absent:
      return false;
    case Assessment::none:
      break;
  }
  return record.activity != Activity::superior_seminar && record.activity != Activity::degree;
}

// What each study day of the record counts.
CreditUnits day_value(Record const& record, RulePack const& pack) {
  bool const lecture = record.activity == Activity::lecture;
  CreditUnits const own = record.hours_per_day.value_or(pack.day);
  if (own < pack.day) {
    auto const reading = lecture ? pack.switches.lecture_short_day : pack.switches.short_day;
    return reading == ShortDay::full_day ? pack.day : own;
  }
  // Article 10 fixes a lecture's day; article 8 lets a course state its hours.
  return !lecture && pack.switches.day_credit == DayCredit::actual ? own : pack.day;
}

CreditUnits of_days(std::int32_t half_days, Record const& record, RulePack const& pack) {
  return {half_days * day_value(record, pack).count / 2};
}

CreditUnits of_minutes(std::int32_t minutes, MinutesRounding rounding) {
  CreditUnits const exact = CreditUnits::minutes(minutes);
  if (rounding == MinutesRounding::exact) return exact;
  return {exact.count / units_per_hour * units_per_hour};
}

// A lecture stated in hours alone is still measured by days where its dates tell them (article 10).
CreditUnits of_lecture_hours(Record const& record, RulePack const& pack) {
  auto const span = calendar_days(record);
  CreditUnits const hours = record.hours.value_or(CreditUnits{});
  if (!span || record.half_days) return hours;
  if (*span == 1) {
    Record single = record;
    single.hours_per_day = hours;
    return day_value(single, pack);
  }
  return std::min(hours, CreditUnits{*span * pack.day.count});
}

}  // namespace

std::optional<std::int32_t> calendar_days(Record const& record) {
  if (!record.start || !record.end) return std::nullopt;
  return record.end->days() - record.start->days() + 1;
}

std::optional<Note> excluded(Record const& record, Switches const& switches, int year) {
  if (!belongs_to(record, switches, year)) return Note::other_year;
  if (!recognised(record, switches)) return Note::not_approved;
  if (record.activity == Activity::degree && !record.within_schooling) return Note::outside_schooling_period;
  if (!test_stands(record)) return Note::failed_assessment;
  if (record.activity == Activity::online_approved && !record.in_guide) return Note::not_in_guide;
  return std::nullopt;
}

Stated stated_time(Record const& record, RulePack const& pack) {
  Stated stated;
  if (fills_gap(record.activity)) return stated;
  if (record.half_days) {
    std::int32_t half_days = *record.half_days;
    if (auto const span = calendar_days(record); span && half_days > 2 * *span) {
      half_days = 2 * *span;
      stated.days_exceed_dates = true;
    }
    stated.units += of_days(half_days, record, pack);
  }
  if (record.hours) {
    stated.units += record.activity == Activity::lecture ? of_lecture_hours(record, pack) : *record.hours;
  }
  if (record.minutes) stated.units += of_minutes(*record.minutes, pack.switches.minutes_rounding);
  return stated;
}

}  // namespace ce::credit
