#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "faults/session/bad_proxy.h"
#include "kiosk/drivers/central/http_central.h"
#include "kiosk/journal/journal.h"
#include "kiosk/sync/grant_desk.h"
#include "kiosk/sync/key_shelf.h"

namespace ce::test {

/// One kiosk's whole talk with central, again and again: question, grant, ledger, delivery, outcome,
/// delivery, heartbeat. No sheet comes out of it, so that the same few people serve for any number of
/// sessions.
class KioskSession {
 public:
  struct Place {
    std::filesystem::path state, key;
    std::string kiosk;
    std::vector<std::string> people;
  };
  KioskSession(Place place, BadProxy& proxy);

  /// One session without mischief; what it counts is how long sessions are.
  BadProxy::Counts measure();
  /// One with it, and what must follow once nothing disturbs: gives what is wrong.
  [[nodiscard]] std::vector<std::string> run(Mischief mischief, std::size_t at);

 private:
  /// Whether it went through.
  bool talk();
  void deliver();
  void beat();
  [[nodiscard]] std::unique_ptr<drivers::HttpCentral> client() const;

  Place place_;
  BadProxy* proxy_;
  SystemClock clock_;
  log::Logger logger_;
  journal::Journal journal_;
  std::unique_ptr<drivers::HttpCentral> central_;
  sync::KeyShelf keys_;
  sync::GrantDesk grants_;
  std::size_t turn_ = 0;
  std::vector<std::string> wrong_;
};

}  // namespace ce::test
