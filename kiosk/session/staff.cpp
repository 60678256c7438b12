// Staff at the screen, and the kiosk closed to visitors: both between visits only.
#include "kiosk/session/step.h"
#include "kiosk/session/turn.h"

namespace ce::session {

bool is_open(State const& state) {
  return !state.paused && !state.shut && !state.staff_here;
}

// Only the home screen leads to the staff's area: a visit under way is not looked at and not ended by it.
void on(Turn& turn, StaffPresent const& event) {
  if (event.here && !turn.at<Home>()) return;
  turn.state.staff_here = event.here;
  turn.state.mode = {.language = turn.state.language};
  turn.state.panel = false;
}

void on(Turn& turn, ServicePaused const& event) {
  turn.state.paused = event.paused;
}

void on(Turn& turn, HallShut const& event) {
  turn.state.shut = event.shut;
  turn.state.opens = event.opens;
}

void on(Turn& /*turn*/, StaffTouch const& /*event*/) {}

}  // namespace ce::session
