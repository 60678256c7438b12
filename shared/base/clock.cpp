#include "shared/base/clock.h"

#include <array>
#include <cstdio>

namespace ce {
namespace {

constexpr std::int64_t ms_per_day = 86'400'000;
constexpr std::int64_t china_offset_ms = 8 * 3'600'000;

struct Split {
  Date date;
  std::int64_t ms_of_day;
};

Split split(std::int64_t ms) {
  std::int64_t days = ms / ms_per_day;
  std::int64_t rest = ms % ms_per_day;
  if (rest < 0) {
    rest += ms_per_day;
    --days;
  }
  return {Date::from_days(static_cast<std::int32_t>(days)), rest};
}

}  // namespace

Instant SystemClock::now() const {
  auto since = std::chrono::system_clock::now().time_since_epoch();
  return {std::chrono::duration_cast<std::chrono::milliseconds>(since).count()};
}

Tick SystemClock::tick() const {
  return std::chrono::steady_clock::now();
}

Date china_date(Instant instant) {
  return split(instant.ms + china_offset_ms).date;
}

Instant start_of_china_day(Date date) {
  return {date.days() * ms_per_day - china_offset_ms};
}

std::string china_minute_text(Instant instant) {
  auto [date, ms] = split(instant.ms + china_offset_ms);
  std::array<char, 16> time{};
  std::snprintf(time.data(), time.size(), " %02d:%02d", static_cast<int>(ms / 3'600'000),
                static_cast<int>(ms / 60'000 % 60));
  return date.iso() + time.data();
}

std::string china_minute_words(Instant instant) {
  auto const [date, ms] = split(instant.ms + china_offset_ms);
  std::array<char, 16> time{};
  std::snprintf(time.data(), time.size(), " %d:%02d", static_cast<int>(ms / 3'600'000),
                static_cast<int>(ms / 60'000 % 60));
  return date.chinese() + time.data();
}

std::string rfc3339(Instant instant) {
  auto [date, ms] = split(instant.ms);
  std::array<char, 24> time{};
  std::snprintf(time.data(), time.size(), "T%02d:%02d:%02d.%03dZ", static_cast<int>(ms / 3'600'000),
                static_cast<int>(ms / 60'000 % 60), static_cast<int>(ms / 1000 % 60),
                static_cast<int>(ms % 1000));
  return date.iso() + time.data();
}

}  // namespace ce
