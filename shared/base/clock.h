#pragma once

#include <chrono>
#include <compare>
#include <cstdint>
#include <string>

#include "shared/base/date.h"

namespace ce {

/// A point of civil time, milliseconds since 1970-01-01 UTC. What databases and messages hold.
struct Instant {
  std::int64_t ms = 0;
  auto operator<=>(Instant const&) const = default;
};

/// A point of time within this process that never jumps; for deadlines and countdowns only.
using Tick = std::chrono::steady_clock::time_point;

/// Source of time. Implementations are safe to call from any thread.
class Clock {
 public:
  virtual ~Clock() = default;
  [[nodiscard]] virtual Instant now() const = 0;
  [[nodiscard]] virtual Tick tick() const = 0;
};

/// The machine's clocks.
class SystemClock final : public Clock {
 public:
  [[nodiscard]] Instant now() const override;
  [[nodiscard]] Tick tick() const override;
};

/// The calendar day of `instant` in China (UTC+8, no summer time since 1991).
[[nodiscard]] Date china_date(Instant instant);

/// Midnight in China at the start of `date`.
[[nodiscard]] Instant start_of_china_day(Date date);

/// "2026-03-01 14:05" in China time.
[[nodiscard]] std::string china_minute_text(Instant instant);

/// "2026年3月1日 8:05" in China time: for sentences, where the other is for lists and files.
[[nodiscard]] std::string china_minute_words(Instant instant);

/// RFC 3339 in UTC with milliseconds: "2026-03-01T06:05:09.120Z".
[[nodiscard]] std::string rfc3339(Instant instant);

}  // namespace ce
