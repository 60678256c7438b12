#pragma once

#include "faults/session/trial.h"
#include "kiosk/journal/journal.h"
#include "kiosk/sync/grant_desk.h"
#include "kiosk/sync/key_shelf.h"

namespace ce::test {

/// One visit's whole talk with central: heartbeat, question, grant, print, delivery, outcome with what staff
/// note and find in the tray, delivery, another grant, given back. No sheet comes out of it, so that the same
/// few people serve for any number of sessions.
class KioskSession final : public Trial {
 public:
  KioskSession(Place place, BadProxy& proxy);

  [[nodiscard]] std::string_view name() const override { return "visit"; }
  [[nodiscard]] bool takes(Mischief) const override { return true; }
  BadProxy::Counts measure() override;
  [[nodiscard]] std::vector<std::string> run(Mischief mischief, std::size_t at) override;

 private:
  /// Whether it went through.
  bool talk(drivers::HttpCentral& central);
  bool print(drivers::HttpCentral& central, protocol::YearProgress const& year);
  void note_and_look();
  void deliver(drivers::HttpCentral& central);
  void beat(drivers::HttpCentral& central);
  [[nodiscard]] sync::GrantDesk desk(drivers::HttpCentral& central);

  Place place_;
  BadProxy* proxy_;
  SystemClock clock_;
  log::Logger logger_;
  journal::Journal journal_;
  Lines lines_;
  sync::KeyShelf keys_;
  std::size_t turn_ = 0;
  std::vector<std::string> wrong_;
};

}  // namespace ce::test
