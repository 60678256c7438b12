#include "shared/service/service.h"

#include <systemd/sd-daemon.h>

#include <cstdint>

namespace ce::service {

// Whether the manager heard it changes nothing for the program, so the answers are not looked at.
void ready() {
  (void)sd_notify(0, "READY=1");
}

void stopping() {
  (void)sd_notify(0, "STOPPING=1");
}

void alive() {
  (void)sd_notify(0, "WATCHDOG=1");
}

std::optional<std::chrono::milliseconds> alive_every() {
  std::uint64_t microseconds = 0;
  if (sd_watchdog_enabled(0, &microseconds) <= 0) return std::nullopt;
  return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::microseconds{microseconds / 3});
}

}  // namespace ce::service
