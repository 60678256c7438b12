#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>

#include "shared/base/result.h"
#include "shared/log/log.h"
#include "shared/protocol/messages.h"

namespace ce::kiosk_identity {

/// Numbers this machine's reports, each higher than any before, over restarts too: central tells by them
/// whether another machine speaks with this one's identity. One thread at a time.
class BeatCounter {
 public:
  /// `file` keeps the newest number; where it is missing they begin at 1.
  BeatCounter(std::filesystem::path file, log::Logger const& logger);

  /// On the disk when this returns; the same again until it was heard, or an old disk would count past the
  /// newest while it has no network. Where the disk does not take it, it is told all the same: this start of
  /// the program stands for it.
  [[nodiscard]] protocol::Beat next();
  /// What the disk said when it did not take the newest; nothing where it did.
  [[nodiscard]] std::optional<Failure> const& trouble() const { return trouble_; }
  /// Central answered the newest.
  void heard() { unheard_ = false; }

 private:
  std::filesystem::path file_;
  log::Logger const* logger_;
  protocol::Beat last_;
  bool unheard_ = false;
  std::optional<Failure> trouble_;
};

}  // namespace ce::kiosk_identity
