// The door: the PIN typed, a staff card scanned, or both.
#include "kiosk/staff/card_code.h"
#include "kiosk/staff_area/step.h"
#include "kiosk/staff_area/turn.h"

namespace ce::staff_area {
namespace {

using session::StaffKey;

bool may_try(Turn const& turn, AtDoor const& door) {
  return !door.checking && door.stands && door.stands->pin_set && turn.now >= door.locked_until;
}

}  // namespace

bool may_confirm(AtDoor const& door, Tick now) {
  bool const card_missing =
      door.stands && door.stands->card == staff::CardAtDoor::needed && door.card.reveal().empty();
  return !door.checking && now >= door.locked_until && !door.typed.reveal().empty() && !card_missing;
}

void at_door(Turn& turn, AtDoor& door, session::StaffTouch const& touch) {
  if (!may_try(turn, door)) return;
  if (touch.key == StaffKey::confirm) {
    if (!may_confirm(door, turn.now)) return;
    door.checking = true;
    door.by_card = !door.card.reveal().empty();
    if (door.by_card) {
      turn.ask(JudgeCard{std::move(door.card), std::move(door.typed)});
    } else {
      turn.ask(JudgePin{std::move(door.typed)});
    }
    door.typed = door.card = SecretText{};
    return;
  }
  door.wrong = door.not_a_card = false;
  type(door.typed.reveal(), longest_pin, touch);
}

// What is no staff card at all is no try: a visitor's code, or goods, must not lock staff out. A card is one
// though none is out any more: whoever has one that was taken back is to be known.
void scanned_at_door(Turn& turn, AtDoor& door, SecretText const& text) {
  if (!may_try(turn, door) || turn.state.cards == staff::CardUse::off) return;
  auto code = staff::card_code_in(text.reveal());
  door.wrong = false;
  door.not_a_card = !code;
  if (!code) return;
  turn.state.last_touch = turn.now;
  if (door.stands->card == staff::CardAtDoor::needed) {
    door.card = std::move(*code);
    return;
  }
  door.checking = door.by_card = true;
  door.typed = SecretText{};
  turn.ask(JudgeCard{std::move(*code), {}});
}

}  // namespace ce::staff_area
