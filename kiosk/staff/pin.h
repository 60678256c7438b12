#pragma once

#include <chrono>
#include <filesystem>

#include "shared/base/clock.h"
#include "shared/base/result.h"
#include "shared/base/secret.h"

namespace ce::staff {

/// Whether it may be a PIN: 6 to 12 digits, neither one digit all through nor a run like 123456. Fails with
/// input_invalid, saying which.
[[nodiscard]] Result<void> check_pin(SecretText const& pin);

/// What became of a try.
struct PinTry {
  bool right = false;
  std::chrono::seconds locked{0};  // nothing is tried before
  int wrong = 0;                   // in a row
};

/// The PIN of a kiosk's staff: its Argon2id hash in one file of the kiosk's directory, the wrong tries in a
/// row and when the next may be in another, so that switching the machine off and on gains nothing. One
/// thread; judge() takes 20 ms of a processor and two disk flushes.
class PinFile {
 public:
  explicit PinFile(std::filesystem::path const& directory);

  [[nodiscard]] bool is_set() const;
  /// A new PIN; wrong tries are forgotten. Fails as check_pin(), and with storage_full, storage_fault.
  Result<void> set(SecretText const& pin);
  /// How long nothing may be tried.
  [[nodiscard]] std::chrono::seconds locked(Instant now) const;
  /// The try is counted before it is looked at. A wrong one locks for 30 s, the next for twice as long, at
  /// most an hour; a right one forgets them. Fails with storage_unopenable where no PIN is set, storage_full,
  /// storage_fault where the try cannot be counted: then nobody gets in.
  Result<PinTry> judge(SecretText const& pin, Instant now);

 private:
  std::filesystem::path hash_;
  std::filesystem::path tries_;
};

/// "1 分 30 秒".
[[nodiscard]] std::string in_words(std::chrono::seconds time);

}  // namespace ce::staff
