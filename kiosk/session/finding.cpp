// From a card or a password to the person's years.
#include "kiosk/session/step.h"
#include "kiosk/session/turn.h"
#include "shared/identity/id_number.h"

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

namespace {

void name_after(Visitor& visitor, SecretText const& id_number, Date today) {
  auto const examined = identity::examine_id_number(id_number.reveal(), today);
  visitor.identity.id_number = id_number;
  visitor.identity.kind = examined.kind;
}

}  // namespace

// The code says who it is; until central answers nobody here knows.
void begin_with(Turn& turn, SecretText code) {
  if (!accepts_card(turn.state)) return;
  turn.state.visitor = Visitor{{}, false, {}, false};
  turn.ask(FindPerson{{{}, protocol::ByCode{std::move(code)}}});
  turn.go(Searching{});
}

void on(Turn& turn, CardLifted const& /*event*/) {
  if (turn.at<TakeCard>()) go_home(turn);
}

void on(Turn& turn, PersonFound const& event) {
  if (!turn.at<Searching>() || !turn.state.visitor) return;
  auto& visitor = *turn.state.visitor;
  visitor.years = event.years;
  visitor.from_cache = event.from_cache;
  if (visitor.identity.name.reveal().empty()) visitor.identity.name = event.years.name;
  if (visitor.identity.id_number.reveal().empty()) name_after(visitor, event.years.id_number, turn.today);
  int const year = event.years.years.empty() ? turn.today.year() : event.years.years.front().year;
  turn.go(Progress{year, 0});
}

void on(Turn& turn, PersonNotFound const& event) {
  if (!turn.at<Searching>() || !turn.state.visitor) return;
  if (turn.state.visitor->with_card) return fail(turn, event.code, Searching{});
  if (turn.state.visitor->identity.id_number.reveal().empty()) {
    turn.state.visitor.reset();
    return fail(turn, event.code);  // a code is good once: there is nothing to try again
  }
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
