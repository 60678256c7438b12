#pragma once

#include <cstdint>
#include <span>

namespace ce::seed {

/// SplitMix64 (Steele, Lea, Flood 2014). Our own because the standard library's distributions give other
/// numbers with every implementation, and a seed must give the same province everywhere.
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}

  std::uint64_t next() {
    std::uint64_t z = (state_ += 0x9E3779B97F4A7C15U);
    z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
    z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
    return z ^ (z >> 31U);
  }

  /// 0 to n - 1; n > 0 and small, so that the bias of the remainder does not matter here.
  int below(int n) { return static_cast<int>(next() % static_cast<std::uint64_t>(n)); }
  int between(int low, int high) { return low + below(high - low + 1); }
  bool per_mille(int chance) { return below(1000) < chance; }

  template <class T, std::size_t N>
  T const& pick(std::span<T const, N> choices) {
    return choices[static_cast<std::size_t>(below(static_cast<int>(choices.size())))];
  }
  template <class Container>
  auto const& pick(Container const& choices) {
    return pick(std::span{choices});
  }

 private:
  std::uint64_t state_;
};

}  // namespace ce::seed
