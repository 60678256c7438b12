#include "kiosk/session/turn.h"

#include <algorithm>

namespace ce::session {

protocol::YearProgress* year_of(Turn& turn, int year) {
  auto& visitor = turn.state.visitor;
  if (!visitor || !visitor->years) return nullptr;
  auto& years = visitor->years->years;
  auto const found =
      std::find_if(years.begin(), years.end(), [year](auto const& line) { return line.year == year; });
  return found == years.end() ? nullptr : &*found;
}

void end_visit(Turn& turn) {
  bool const card = turn.state.visitor && turn.state.visitor->with_card;
  turn.state.visitor.reset();
  turn.state.countdown = false;
  turn.state.panel = false;
  ++turn.state.visit;
  turn.ask(EndVisit{});
  if (card) {
    turn.go(TakeCard{turn.now});
    turn.ask(WatchCard{});
  } else {
    go_home(turn);
  }
}

void go_home(Turn& turn) {
  turn.state.mode = {.language = turn.state.language};
  turn.state.panel = false;
  turn.go(Home{});
}

void fail(Turn& turn, FailureCode code, Again again) {
  if (!is_retryable(code)) again = {};
  turn.go(Fault{code, std::move(again)});
}

}  // namespace ce::session
