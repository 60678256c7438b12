#pragma once

#include "kiosk/session/state.h"
#include "kiosk/settings/settings.h"

namespace ce::start {

[[nodiscard]] inline session::Timing timing(settings::Idle const& idle) {
  session::Timing timing;
  timing.idle = std::chrono::seconds{idle.idle_seconds};
  timing.countdown = std::chrono::seconds{idle.countdown_seconds};
  timing.take_card = std::chrono::seconds{idle.take_card_seconds};
  return timing;
}

}  // namespace ce::start
