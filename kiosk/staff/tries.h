#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <string>

#include "shared/base/clock.h"
#include "shared/base/result.h"

namespace ce::staff {

/// What became of a try at the door.
struct DoorTry {
  bool right = false;
  std::chrono::seconds locked{0};  // nothing is tried before
  int wrong = 0;                   // in a row
};

/// The wrong tries in a row and when the next may be, in one file of the kiosk's directory, so that switching
/// the machine off and on gains nothing. One count for whatever is tried there, PIN or card. One thread.
class Tries {
 public:
  explicit Tries(std::filesystem::path const& directory) : file_(directory / "staff-tries") {}

  /// How long nothing may be tried. A lock of a clock that was set back meanwhile runs anew from here.
  [[nodiscard]] std::chrono::seconds locked(Instant now);
  /// The try is counted before `is_right` looks at it; while it is locked nothing is looked at. A wrong one
  /// locks for 30 s, the next for twice as long, at most an hour; a right one forgets them. Two disk flushes.
  /// Fails with storage_full, storage_fault where the try cannot be counted: then nobody gets in.
  Result<DoorTry> take(Instant now, std::function<bool()> const& is_right);
  void forget();

 private:
  std::filesystem::path file_;
};

/// "1 分 30 秒".
[[nodiscard]] std::string in_words(std::chrono::seconds time);

}  // namespace ce::staff
