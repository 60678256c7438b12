#pragma once

#include <optional>
#include <vector>

#include "kiosk/session/effect.h"
#include "kiosk/session/event.h"
#include "kiosk/session/state.h"

namespace ce::session {

struct Stepped {
  State state;
  std::vector<Effect> effects;
};

/// The whole behaviour of a visit: pure, total, no waiting. `today` is China's date, for the current year
/// and for cards' expiry; `now` drives the idle countdown only.
[[nodiscard]] Stepped step(State state, Event const& event, Tick now, Date today);

/// The same for an answer from a worker: dropped unless it belongs to the visit under way.
[[nodiscard]] Stepped step(State state, Posted const& posted, Tick now, Date today);

/// Whether a laid card would begin a visit: nobody's data are on the screen and nothing is under way.
[[nodiscard]] bool accepts_card(State const& state);

/// Whether visitors may begin anything: not while staff have paused the kiosk or are at the screen.
[[nodiscard]] bool is_open(State const& state);

/// Whether a print stands still at the printer: then the visitor may leave, which cancels it.
[[nodiscard]] bool is_held(State const& state);

/// When TimePassed must come next: the end of the idle time or the next second of a countdown. Nothing
/// while nothing can run out.
[[nodiscard]] std::optional<Tick> next_deadline(State const& state, Tick now);

/// Seconds left on 退出; nothing on the home screen.
[[nodiscard]] std::optional<int> seconds_left(State const& state, Tick now);

}  // namespace ce::session
