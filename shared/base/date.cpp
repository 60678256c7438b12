#include "shared/base/date.h"

#include <algorithm>
#include <chrono>

namespace ce {
namespace {

bool all_digits(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

int number(std::string_view digits) {
  int value = 0;
  for (char c : digits) value = value * 10 + (c - '0');
  return value;
}

}  // namespace

Result<Date> Date::make(int year, int month, int day) {
  std::chrono::year_month_day const ymd{std::chrono::year{year},
                                        std::chrono::month{static_cast<unsigned>(month)},
                                        std::chrono::day{static_cast<unsigned>(day)}};
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31 || !ymd.ok()) {
    return Failure{FailureCode::date_invalid, "no such day"};
  }
  return Date{year, month, day};
}

Result<Date> Date::parse_iso(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-' || !all_digits(text.substr(0, 4)) ||
      !all_digits(text.substr(5, 2)) || !all_digits(text.substr(8, 2))) {
    return Failure{FailureCode::date_invalid, "expected YYYY-MM-DD"};
  }
  return make(number(text.substr(0, 4)), number(text.substr(5, 2)), number(text.substr(8, 2)));
}

Result<Date> Date::parse_compact(std::string_view text) {
  if (text.size() != 8 || !all_digits(text)) return Failure{FailureCode::date_invalid, "expected YYYYMMDD"};
  return make(number(text.substr(0, 4)), number(text.substr(4, 2)), number(text.substr(6, 2)));
}

Date Date::from_days(std::int32_t days) {
  std::chrono::year_month_day const ymd{std::chrono::sys_days{std::chrono::days{days}}};
  return Date{static_cast<int>(ymd.year()), static_cast<int>(static_cast<unsigned>(ymd.month())),
              static_cast<int>(static_cast<unsigned>(ymd.day()))};
}

std::int32_t Date::days() const {
  std::chrono::year_month_day const ymd{std::chrono::year{year_},
                                        std::chrono::month{static_cast<unsigned>(month_)},
                                        std::chrono::day{static_cast<unsigned>(day_)}};
  return static_cast<std::int32_t>(std::chrono::sys_days{ymd}.time_since_epoch().count());
}

std::string Date::iso() const {
  // Written for each certificate of a batch and each look-up, where printf would be the dearest part.
  std::string text{"0000-00-00"};
  auto const put = [&text](std::size_t end, int value) {
    for (; value > 0; value /= 10) text[--end] = static_cast<char>('0' + value % 10);
  };
  put(4, year_);
  put(7, month_);
  put(10, day_);
  return text;
}

std::string Date::chinese() const {
  return std::to_string(year_) + "年" + std::to_string(month_) + "月" + std::to_string(day_) + "日";
}

}  // namespace ce
