#pragma once

#include <compare>
#include <cstdint>

namespace ce {

/// Study time in the smallest unit that the regulation's figures divide into: 30 s.
/// Article 3: one credit hour (学时) is 45 minutes, hence 90 units; a minute is 2.
struct CreditUnits {
  std::int64_t count = 0;

  static constexpr std::int64_t per_hour = 90;
  static constexpr std::int64_t per_minute = 2;

  static constexpr CreditUnits hours(std::int64_t hours) { return {hours * per_hour}; }
  static constexpr CreditUnits minutes(std::int64_t minutes) { return {minutes * per_minute}; }

  auto operator<=>(CreditUnits const&) const = default;
  constexpr CreditUnits& operator+=(CreditUnits other) {
    count += other.count;
    return *this;
  }
  friend constexpr CreditUnits operator+(CreditUnits a, CreditUnits b) { return {a.count + b.count}; }
  friend constexpr CreditUnits operator-(CreditUnits a, CreditUnits b) { return {a.count - b.count}; }
};

/// A length on paper or glass.
struct Millimetres {
  float value = 0;
  auto operator<=>(Millimetres const&) const = default;
};

namespace literals {
constexpr Millimetres operator""_mm(long double value) {
  return {static_cast<float>(value)};
}
constexpr Millimetres operator""_mm(unsigned long long value) {
  return {static_cast<float>(value)};
}
}  // namespace literals

}  // namespace ce
