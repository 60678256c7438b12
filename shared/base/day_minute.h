#pragma once

#include <optional>
#include <string_view>

namespace ce {

/// Minutes since midnight of a time of day in four digits, "0900"; "2400" is the end of the day. Nothing for
/// what is none. The one rule for what people type and what files have: who writes "09:00" leaves the colon
/// out.
[[nodiscard]] constexpr std::optional<int> minute_of_day(std::string_view four) {
  if (four.size() != 4 || four.find_first_not_of("0123456789") != std::string_view::npos) return std::nullopt;
  int const hour = (four[0] - '0') * 10 + (four[1] - '0');
  int const minute = (four[2] - '0') * 10 + (four[3] - '0');
  int const whole = hour * 60 + minute;
  return minute < 60 && whole <= 24 * 60 ? std::optional{whole} : std::nullopt;
}

}  // namespace ce
