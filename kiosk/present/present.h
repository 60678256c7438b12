#pragma once

#include "kiosk/present/learning.h"
#include "kiosk/present/views.h"
#include "kiosk/present/words.h"
#include "kiosk/session/state.h"
#include "shared/base/clock.h"

namespace ce::present {

/// What every screen shows of the place and the moment.
struct Setting {
  std::string hall;
  Instant now;                             // for date and clock
  Tick tick{};                             // for the countdowns
  bool sound = true;                       // a loudspeaker or headset is there
  LearningSite const* learning = nullptr;  // borrowed; nothing: none is named
};

/// The whole of what is seen in that state: pure, words chosen, nothing left to decide.
[[nodiscard]] View present(session::State const& state, Setting const& setting, Words const& words);

/// How many lines a page has; large type leaves room for fewer ones.
[[nodiscard]] std::size_t records_per_page(session::Mode const& mode);
[[nodiscard]] std::size_t certificates_per_page(session::Mode const& mode);

}  // namespace ce::present
