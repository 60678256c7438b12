// From a card or a password to the person's years.
#include "kiosk/session/step.h"
#include "kiosk/session/turn.h"

namespace ce::session {
bool accepts_card(State const& state) {
  auto at = [&state](auto const& stage) {
    return std::holds_alternative<std::decay_t<decltype(stage)>>(state.stage);
  };
  return is_open(state) && !state.visitor &&
         (at(Home{}) || at(NumberEntry{}) || at(VerifyEntry{}) || at(VerifyResult{}) || at(Fault{}));
}

void on(Turn& turn, CardFound const& /*event*/) {
  if (accepts_card(turn.state)) turn.go(ReadingCard{});
}

void on(Turn& turn, CardRead const& event) {
  if (!turn.at<ReadingCard>() && !accepts_card(turn.state)) return;
  turn.state.visitor = Visitor{event.identity, true, {}, false};
  turn.ask(FindPerson{{event.identity.id_number, protocol::ByCard{}}});
  turn.go(Searching{});
}

void on(Turn& turn, CardRefused const& event) {
  if (turn.at<ReadingCard>() || accepts_card(turn.state)) fail(turn, event.code);
}

void on(Turn& turn, CardLifted const& /*event*/) {
  if (turn.at<TakeCard>()) turn.go(Home{});
}

void on(Turn& turn, PersonFound const& event) {
  if (!turn.at<Searching>() || !turn.state.visitor) return;
  auto& visitor = *turn.state.visitor;
  visitor.years = event.years;
  visitor.from_cache = event.from_cache;
  if (visitor.identity.name.reveal().empty()) visitor.identity.name = event.years.name;
  int const year = event.years.years.empty() ? turn.today.year() : event.years.years.front().year;
  turn.go(Progress{year, 0});
}

void on(Turn& turn, PersonNotFound const& event) {
  if (!turn.at<Searching>() || !turn.state.visitor) return;
  if (turn.state.visitor->with_card) return fail(turn, event.code, Searching{});
  // The password was not kept: it is asked for again.
  NumberEntry again{EntryField::password, turn.state.visitor->identity.id_number, {}, {}};
  turn.state.visitor.reset();
  if (event.code == FailureCode::credential_refused) {
    again.complaint = event.code;
    turn.go(std::move(again));
    return;
  }
  fail(turn, event.code, std::move(again));
}

}  // namespace ce::session
