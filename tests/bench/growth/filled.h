#pragma once

#include <cstdio>
#include <cstdlib>
#include <memory>
#include <random>

#include "bench/issuing/province.h"
#include "central/registration/actor.h"
#include "support/store/test_store.h"

namespace ce::bench {

inline constexpr Instant today{1'780'300'000'000};  // 2026-06-01 in China
inline constexpr RecordsEach twelve_each{.count = 12, .last_waits = true};

/// A store of that many people, twelve records each, all with a certificate of 2026 and ready for one of
/// 2025.
struct Filled {
  explicit Filled(std::int64_t people);

  std::int64_t size;
  test::TestStore place;
  std::unique_ptr<store::Store> store;
  Province province;
  double fill_seconds = 0, issue_seconds = 0;
  std::mt19937_64 chance{11};
  std::size_t next_region = 0;  // whose people have no certificate of 2025 yet

  /// From 1 to `many`.
  std::int64_t one_of(std::int64_t many);
  std::int64_t person() { return one_of(size); }
  /// The number of somebody's certificate of 2026.
  std::string number();
};

/// HRSS of a region.
[[nodiscard]] registration::Actor clerk_of(std::string const& region);

/// The value, or the end of the program with what failed.
template <class T>
T value_of(Result<T> result) {
  if (result) return std::move(result).value();
  std::fprintf(stderr, "%s\n", describe(result.failure()).c_str());
  std::exit(1);
}

}  // namespace ce::bench
