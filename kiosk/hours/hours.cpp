#include "kiosk/hours/hours.h"

#include <algorithm>

#include "shared/base/day_minute.h"

namespace ce::hours {
namespace {

constexpr std::int64_t minute_ms = 60'000;

/// Of "09:00".
std::optional<int> minute_of(std::string_view text) {
  if (text.size() != 5 || text[2] != ':') return std::nullopt;
  return minute_of_day(std::string{text.substr(0, 2)}.append(text.substr(3)));
}

/// 0 is Sunday; 1970-01-01 was a Thursday.
int weekday(Date day) {
  return ((day.days() + 4) % 7 + 7) % 7;
}

bool names(std::vector<std::string> const& list, Date day) {
  return std::any_of(list.begin(), list.end(), [day](auto const& text) {
    auto const days = days_of(text);
    return days && days->first <= day && day <= days->second;
  });
}

bool is_open_on(Plan const& plan, Date day) {
  if (names(plan.working, day)) return true;
  if (names(plan.closed, day)) return false;
  int const which = weekday(day);
  switch (plan.days) {
    case Days::always:
    case Days::daily:
      return true;
    case Days::weekdays:
      return which >= 1 && which <= 5;
    case Days::monday_to_saturday:
      return which >= 1;
  }
  return true;
}

std::vector<Span> spans_of(Plan const& plan) {
  std::vector<Span> spans;
  for (auto const& text : plan.open) {
    if (auto const span = span_of(text)) spans.push_back(*span);
  }
  std::sort(spans.begin(), spans.end());
  return spans;
}

}  // namespace

Result<Span> span_of(std::string_view text) {
  auto const dash = text.find('-');
  auto const from = minute_of(text.substr(0, std::min(dash, text.size())));
  auto const to = dash == std::string_view::npos ? std::nullopt : minute_of(text.substr(dash + 1));
  if (!from || !to || *from >= *to) {
    return Failure{FailureCode::input_invalid, "应为时间段，先开后关，如 \"09:00-12:00\""};
  }
  return Span{*from, *to};
}

Result<std::pair<Date, Date>> days_of(std::string_view text) {
  auto const slash = text.find('/');
  auto const first = Date::parse_iso(text.substr(0, std::min(slash, text.size())));
  auto const last = slash == std::string_view::npos ? first : Date::parse_iso(text.substr(slash + 1));
  if (!first || !last || *first > *last) {
    return Failure{FailureCode::input_invalid,
                   "应为日期或起止日期，如 \"2026-10-10\"、\"2026-10-01/2026-10-07\""};
  }
  return std::pair{*first, *last};
}

Standing standing(Plan const& plan, Instant now, std::optional<Date> serving_on) {
  if (plan.days == Days::always) return {};
  Date const today = china_date(now);
  if (serving_on == today) return {};
  auto const spans = spans_of(plan);
  auto const minute = static_cast<int>((now.ms - start_of_china_day(today).ms) / minute_ms);
  constexpr int a_year = 366;
  for (int ahead = 0; ahead <= a_year; ++ahead) {
    Date const day = Date::from_days(today.days() + ahead);
    if (!is_open_on(plan, day)) continue;
    for (auto const& [from, to] : spans) {
      if (ahead == 0 && minute >= to) continue;
      if (ahead == 0 && minute >= from) return {true, {}};
      return {false, Instant{start_of_china_day(day).ms + from * minute_ms}};
    }
  }
  return {false, {}};
}

}  // namespace ce::hours
