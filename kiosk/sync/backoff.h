#pragma once

#include <chrono>
#include <cstdint>
#include <random>

namespace ce::sync {

/// Pauses between attempts: each ceiling is twice the one before, up to the longest, and the pause is drawn
/// between half the ceiling and all of it. One thread.
class Backoff {
 public:
  Backoff(std::chrono::milliseconds first, std::chrono::milliseconds longest, std::uint32_t seed)
      : first_(first), longest_(longest), ceiling_(first), chance_(seed) {}

  /// The pause after one more failure.
  std::chrono::milliseconds next();
  /// It worked: begin small again.
  void reset() { ceiling_ = first_; }

 private:
  std::chrono::milliseconds first_;
  std::chrono::milliseconds longest_;
  std::chrono::milliseconds ceiling_;
  std::minstd_rand chance_;
};

}  // namespace ce::sync
