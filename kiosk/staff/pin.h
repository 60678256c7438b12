#pragma once

#include <filesystem>
#include <string>

#include "kiosk/staff/tries.h"
#include "shared/base/result.h"
#include "shared/base/secret.h"

namespace ce::staff {

/// Whether it may be a PIN: 6 to 12 digits, neither one digit all through nor a run like 123456. Fails with
/// input_invalid, saying which.
[[nodiscard]] Result<void> check_pin(SecretText const& pin);

/// The PIN of a kiosk's staff: its Argon2id hash in one file of the kiosk's directory. Whether one that is
/// typed is right, DoorKeeper says. One thread; set() takes 20 ms of a processor and a disk flush.
class PinFile {
 public:
  explicit PinFile(std::filesystem::path const& directory);

  [[nodiscard]] bool is_set() const;
  /// A new PIN; wrong tries are forgotten. Fails as check_pin(), and with storage_full, storage_fault.
  Result<void> set(SecretText const& pin);
  /// The hash as it is kept. Fails with storage_unopenable where no PIN is set.
  [[nodiscard]] Result<std::string> kept() const;

 private:
  std::filesystem::path hash_;
  Tries tries_;
};

}  // namespace ce::staff
