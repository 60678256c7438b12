#pragma once

#include <functional>
#include <memory>
#include <thread>

#include "kiosk/central_client/client_room.h"
#include "kiosk/journal/ledger_room.h"
#include "register_server.h"

namespace ce::test {

/// A journal, a central over real HTTP, and the client between them.
struct SyncRoom {
  LedgerRoom ledger;
  journal::Journal journal = ledger.open();
  RegisterServer central;
  ClientRoom wire;
  std::unique_ptr<drivers::HttpCentral> client = wire.client(central.url());

  journal::PrintEntry request(std::string const& number) {
    return journal.request(certificate(number)).value();
  }
  [[nodiscard]] std::int64_t pending() const { return journal.pending_count().value(); }
};

/// Looks every few milliseconds; false only if it hangs for half a minute.
inline bool becomes_true(std::function<bool()> const& condition) {
  for (int i = 0; i < 6000; ++i) {
    if (condition()) return true;
    std::this_thread::sleep_for(std::chrono::milliseconds{5});
  }
  return false;
}

}  // namespace ce::test
