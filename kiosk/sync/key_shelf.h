#pragma once

#include <filesystem>
#include <mutex>
#include <string>
#include <vector>

#include "kiosk/ports/central.h"
#include "shared/base/result.h"
#include "shared/grant/grant.h"
#include "shared/log/log.h"

namespace ce::sync {

/// The keys that verify print grants, kept in a file so that they are there without network: the pages that
/// central sent, put together, in central's own words. A file that cannot be read is begun anew. Any thread;
/// the logger is borrowed.
class KeyShelf {
 public:
  KeyShelf(std::filesystem::path file, log::Logger const& logger);

  [[nodiscard]] std::vector<grant::VerificationKey> keys() const;
  /// Fetches what changed since the last time. Fails as Central::key_changes does; the keys stay as they
  /// were.
  Result<void> refresh(ports::Central& central);

 private:
  void read();
  Result<void> keep() const;

  std::filesystem::path file_;
  log::Logger const* logger_;
  mutable std::mutex mutex_;
  protocol::ChangesPage known_;  // one change a key
};

}  // namespace ce::sync
