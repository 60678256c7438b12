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

/// What a visit begins in.
[[nodiscard]] inline session::Language language(settings::Display const& display) {
  return display.english ? session::Language::english : session::Language::chinese;
}

}  // namespace ce::start
