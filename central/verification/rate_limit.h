#pragma once

#include <cstddef>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>

#include "shared/base/clock.h"

namespace ce::verification {

/// So many look-ups a minute for one address, and so many at once.
struct Rate {
  double per_minute = 60;
  double burst = 30;
};

/// A token bucket per address, in a table of bounded size: when it is full, those buckets go that are full
/// again, and if none is, newcomers share one bucket, so that a flood from very many addresses slows itself
/// and not the memory. Numbers run in sequence and have no check digit (rules.md): without a limit the whole
/// register could be read out. Any thread.
class RateLimit {
 public:
  explicit RateLimit(Rate rate, std::size_t most_addresses = 100'000)
      : rate_(rate), most_addresses_(most_addresses) {}

  /// Takes one token; false when there is none.
  [[nodiscard]] bool admit(std::string_view address, Tick now);
  [[nodiscard]] std::size_t addresses() const;

 private:
  struct Bucket {
    double tokens;
    Tick filled;
  };

  [[nodiscard]] double tokens_at(Bucket const& bucket, Tick now) const;
  void forget_full_ones(Tick now);

  Rate rate_;
  std::size_t most_addresses_;
  mutable std::mutex mutex_;
  std::unordered_map<std::string, Bucket> buckets_;
  Bucket shared_{rate_.burst, {}};
  Tick swept_{};
};

/// What counts as one caller: an IPv4 address, or the /64 network of an IPv6 one, which is what a single
/// subscriber has.
[[nodiscard]] std::string caller_of(std::string_view address);

}  // namespace ce::verification
