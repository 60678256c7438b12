#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

#include "central/http/server.h"
#include "central/store/store.h"
#include "shared/log/log.h"
#include "shared/service/pulse.h"
#include "shared/service/watchdog.h"

namespace ce::central {

/// Tells the service manager that central serves, and from then on that it lives: while its I/O threads come
/// round, and, on SQLite, while a write gets through. A database server that hangs is not mended by starting
/// this program anew, so it does not count. Borrows all; ends before them.
class Watch {
 public:
  struct Limits {
    std::chrono::seconds serving{60};   // a page that is made on an I/O thread
    std::chrono::seconds writing{300};  // the longest transaction of others before an empty one
  };
  Watch(http::Server const& server, store::Store& store, log::Logger const& log, Limits limits);
  Watch(http::Server const& server, store::Store& store, log::Logger const& log)
      : Watch(server, store, log, Limits{}) {}
  Watch(Watch const&) = delete;
  Watch& operator=(Watch const&) = delete;
  ~Watch();

 private:
  void tell(std::stop_token const& stopping);
  void write(std::stop_token const& stopping);
  /// False once it is to stop.
  bool rest(std::stop_token const& stopping, std::chrono::milliseconds time);

  store::Store& store_;
  service::Watchdog watchdog_;
  service::Pulse written_;
  std::mutex mutex_;
  std::condition_variable_any stopped_;
  std::jthread writing_;  // last, with the next: they end before what they use
  std::jthread telling_;
};

}  // namespace ce::central
