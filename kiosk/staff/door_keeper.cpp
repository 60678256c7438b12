#include "kiosk/staff/door_keeper.h"

#include "shared/password/password_hash.h"

namespace ce::staff {

CardAtDoor DoorKeeper::card() const {
  if (use_ == CardUse::off) return CardAtDoor::none;
  auto const list = cards_.list();
  bool const out = list ? !list->empty() : use_ == CardUse::with_pin;
  if (!out) return CardAtDoor::none;
  return use_ == CardUse::alone ? CardAtDoor::opens : CardAtDoor::needed;
}

Result<EntryTry> DoorKeeper::judge(Shown const& shown, Instant now) {
  auto const at_door = card();
  bool const by_card = !shown.card.reveal().empty();
  bool const by_pin = at_door == CardAtDoor::needed || !by_card;
  EntryTry entry;
  std::string encoded;
  if (by_pin) {
    CE_TRY(encoded, pin_.kept());
  }
  if (by_card && use_ != CardUse::off) {
    CE_TRY(entry.card, cards_.find(shown.card));
  }
  bool const card_good = entry.card && !entry.card->taken_back;
  bool const card_fits = by_card ? card_good : at_door != CardAtDoor::needed;
  CE_TRY(entry.tried, tries_.take(now, [&] {
    // The PIN is looked at in any case: how long it takes tells nothing of the card.
    bool const pin_fits = !by_pin || password::matches(shown.pin, encoded);
    return pin_fits && card_fits;
  }));
  return entry;
}

}  // namespace ce::staff
