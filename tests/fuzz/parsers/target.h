#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace ce::fuzz {

/// One reader of what comes from outside, as a fuzzer calls it.
struct Target {
  std::string_view name;
  /// Reads any bytes. What must hold for all of them is said by hold().
  void (*read)(std::string_view bytes) = nullptr;
  /// Sound input, made by our own writers, to begin from.
  std::vector<std::string> (*seeds)() = nullptr;
  std::size_t longest = 4096;  // bytes of an input
};

[[nodiscard]] std::span<Target const> targets();
/// nullptr where there is none.
[[nodiscard]] Target const* find(std::string_view name);

/// Ends the program with `law` where it does not hold: what a fuzzer and a test take for a finding.
void hold(bool holds, std::string_view law);

}  // namespace ce::fuzz
