#pragma once

#include <thread>

#include "kiosk/cache/cache.h"
#include "kiosk/cache/region_copy.h"
#include "kiosk/cache/seal_book.h"
#include "kiosk/journal/journal.h"
#include "kiosk/sync/server_clock.h"
#include "shared/log/kept.h"
#include "shared/log/log.h"

namespace ce::start {

/// Looks after the stores on a thread of its own: reads every page of each after the start, when nobody is to
/// wait for it, and every few hours lets go of what need not be kept. Everything is borrowed.
class Upkeep {
 public:
  struct Stores {
    journal::Journal* journal = nullptr;
    cache::Cache* seen = nullptr;
    cache::RegionCopy* region = nullptr;
    cache::SealBook* seals = nullptr;
    sync::ServerClock const* clock = nullptr;
    log::Logger const* logger = nullptr;
    int delivered_days = 0;  // settings::Settings::delivered_days
    log::Kept log;           // no file: the log is somebody else's
  };
  explicit Upkeep(Stores const& stores) : stores_(stores) {}

  void start();

 private:
  void run(std::stop_token const& stopping) const;
  void note(char const* store, Result<void> const& done) const;

  Stores stores_;
  std::jthread thread_;
};

}  // namespace ce::start
