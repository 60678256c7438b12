#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <set>
#include <string>

#include "kiosk/cache/seal_book.h"
#include "kiosk/ports/central.h"
#include "shared/base/clock.h"
#include "shared/log/log.h"

namespace ce::sync {

/// Brings the pictures of seals that central's delta names, one by one: what came before a cut stays, what
/// is missing is fetched the next time. What is named no more is forgotten. One thread, the keeper's.
/// Everything is borrowed.
class SealPull {
 public:
  SealPull(cache::SealBook& book, log::Logger const& logger) : book_(&book), logger_(&logger) {}

  /// `wanted`: what the delta names now. Does nothing where the same was wanted less than `every` ago, so
  /// that one that central cannot give is not asked for at every heartbeat. Trouble is logged; false where it
  /// is the line's or the book's, which leaves the others for the next time.
  bool round(
      ports::Central& central, std::set<std::string> const& wanted, Instant central_now,
      std::chrono::milliseconds every, std::function<bool()> const& stop = [] { return false; });

 private:
  Result<void> fetch(ports::Central& central, std::string const& sha256);
  void note(Failure const& failure) const;

  cache::SealBook* book_;
  log::Logger const* logger_;
  std::optional<std::set<std::string>> settled_;
  Instant settled_at_;
};

}  // namespace ce::sync
