#pragma once

#include <functional>
#include <thread>

#include "kiosk/drivers/central/http_central.h"
#include "kiosk/identity/identity.h"
#include "shared/base/clock.h"
#include "shared/log/log.h"

namespace ce::start {

/// Exchanges the kiosk's certificate for the next in time, on a thread and a line to central of its own. A
/// kiosk that has a key instead needs none of it. Everything is borrowed.
class Renewal {
 public:
  Renewal(kiosk_identity::Files files, tpm::Use use, drivers::HttpCentral& central, Clock const& clock,
          log::Logger const& logger);

  void start();

 private:
  void run(std::stop_token const& stopping);

  kiosk_identity::Files files_;
  tpm::Use use_;
  drivers::HttpCentral* central_;
  Clock const* clock_;
  log::Logger const* logger_;
  std::jthread thread_;
};

}  // namespace ce::start
