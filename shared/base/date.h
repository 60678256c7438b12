#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include "shared/base/result.h"

namespace ce {

/// A day of the Gregorian calendar, always a real one.
class Date {
 public:
  /// 1970-01-01.
  Date() = default;

  /// Fails with date_invalid for a day that does not exist or a year outside 1..9999.
  static Result<Date> make(int year, int month, int day);
  /// "2026-03-01". Fails with date_invalid.
  static Result<Date> parse_iso(std::string_view text);
  /// "20260301", as cards have it. Fails with date_invalid.
  static Result<Date> parse_compact(std::string_view text);
  /// Days since 1970-01-01, may be negative.
  static Date from_days(std::int32_t days);

  [[nodiscard]] int year() const { return year_; }
  [[nodiscard]] int month() const { return month_; }
  [[nodiscard]] int day() const { return day_; }
  [[nodiscard]] std::int32_t days() const;
  [[nodiscard]] std::string iso() const;
  /// "2026年3月1日".
  [[nodiscard]] std::string chinese() const;

  auto operator<=>(Date const&) const = default;

 private:
  Date(int year, int month, int day)
      : year_(static_cast<std::int16_t>(year)),
        month_(static_cast<std::int8_t>(month)),
        day_(static_cast<std::int8_t>(day)) {}

  std::int16_t year_ = 1970;
  std::int8_t month_ = 1;
  std::int8_t day_ = 1;
};

}  // namespace ce
