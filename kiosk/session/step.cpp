#include "kiosk/session/step.h"

#include "kiosk/session/idle.h"
#include "kiosk/session/turn.h"

namespace ce::session {
namespace {

// What a person does, as against what the world answers.
template <class E>
constexpr bool is_touch =
    !(std::is_same_v<E, CardFound> || std::is_same_v<E, CardRead> || std::is_same_v<E, CardRefused> ||
      std::is_same_v<E, CardLifted> || std::is_same_v<E, PersonFound> || std::is_same_v<E, PersonNotFound> ||
      std::is_same_v<E, PrintAdvanced> || std::is_same_v<E, PrintEnded> || std::is_same_v<E, Verified> ||
      std::is_same_v<E, TokenExamined> || std::is_same_v<E, VerifyFailed> ||
      std::is_same_v<E, SurroundingsChanged> || std::is_same_v<E, TimePassed> ||
      std::is_same_v<E, StaffPresent> || std::is_same_v<E, ServicePaused> || std::is_same_v<E, HallShut> ||
      std::is_same_v<E, StaffTouch>);

}  // namespace

Stepped step(State state, Event const& event, Tick now, Date today) {
  Turn turn{std::move(state), {}, now, today};
  std::visit(
      [&turn](auto const& what) {
        if constexpr (is_touch<std::decay_t<decltype(what)>>) {
          turn.state.last_touch = turn.now;
          turn.state.countdown = false;
        }
        auto const before = turn.state.stage.index();
        on(turn, what);
        // A new screen gives its reader the whole idle time.
        if (turn.state.stage.index() != before) turn.state.last_touch = turn.now;
      },
      event);
  return {std::move(turn.state), std::move(turn.effects)};
}

Stepped step(State state, Posted const& posted, Tick now, Date today) {
  if (posted.visit != state.visit) return {std::move(state), {}};
  return step(std::move(state), posted.event, now, today);
}

}  // namespace ce::session
