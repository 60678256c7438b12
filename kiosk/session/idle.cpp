// Time on the screen: the idle countdown, the card reminder, the bound on a print.
#include "kiosk/session/idle.h"

#include <algorithm>

#include "kiosk/session/limits.h"
#include "kiosk/session/step.h"
#include "kiosk/session/turn.h"

namespace ce::session {
namespace {

Tick::duration stretched(State const& state, std::chrono::seconds time) {
  double const factor = (state.mode.elder || state.mode.keys) ? state.timing.elder_factor : 1.0;
  return std::chrono::duration_cast<Tick::duration>(std::chrono::duration<double>(time) * factor);
}

// Screens with an end of their own, and when that is.
std::optional<Tick> own_end(State const& state) {
  if (auto const* card = std::get_if<TakeCard>(&state.stage)) return card->since + state.timing.take_card;
  if (std::holds_alternative<Printing>(state.stage) && !is_held(state)) {
    return state.last_touch + printing_at_most;
  }
  // Nobody came after all: the screen returns to its default look.
  if (std::holds_alternative<Home>(state.stage) && (state.mode != Mode{} || state.panel)) {
    return state.last_touch + stretched(state, state.timing.idle);
  }
  return std::nullopt;
}

int seconds_until(Tick end, Tick now) {
  auto const left = std::chrono::ceil<std::chrono::seconds>(end - now).count();
  return static_cast<int>(std::max<std::int64_t>(0, left));
}

void reach_own_end(Turn& turn) {
  if (auto const* printing = turn.stage<Printing>()) {
    on(turn,
       PrintEnded{printing->year, protocol::PrintOutcome::unknown, FailureCode::printer_outcome_unknown});
  } else {
    go_home(turn);
  }
}

}  // namespace

bool is_held(State const& state) {
  auto const* printing = std::get_if<Printing>(&state.stage);
  return printing != nullptr && printing->stage == PrintStage::held;
}

std::optional<IdleTimes> idle_times(State const& state) {
  bool const ends_otherwise = std::holds_alternative<Home>(state.stage) ||
                              (std::holds_alternative<Printing>(state.stage) && !is_held(state)) ||
                              std::holds_alternative<TakeCard>(state.stage);
  if (ends_otherwise) return std::nullopt;
  Tick const warn = state.last_touch + stretched(state, state.timing.idle);
  return IdleTimes{warn, warn + stretched(state, state.timing.countdown)};
}

void on(Turn& turn, TimePassed const& /*event*/) {
  if (auto const end = own_end(turn.state); end && turn.now >= *end) {
    reach_own_end(turn);
    return;
  }
  auto const idle = idle_times(turn.state);
  if (!idle) return;
  if (turn.now >= idle->wipe) {
    end_visit(turn);
  } else if (turn.now >= idle->warn && !turn.state.countdown) {
    turn.state.countdown = true;
  }
}

std::optional<Tick> next_deadline(State const& state, Tick now) {
  if (auto const end = own_end(state)) return end;
  auto const idle = idle_times(state);
  if (!idle) return std::nullopt;
  // The seconds on 退出 change once a second.
  Tick const next_second = idle->wipe - std::chrono::seconds{std::max(0, seconds_until(idle->wipe, now) - 1)};
  Tick const next = state.countdown || now >= idle->warn ? next_second : std::min(idle->warn, next_second);
  return std::max(now, next);
}

std::optional<int> seconds_left(State const& state, Tick now) {
  auto const idle = idle_times(state);
  if (!idle) return std::nullopt;
  return seconds_until(idle->wipe, now);
}

}  // namespace ce::session
