// Staff cards: which are out, one taken back, one made.
#include "kiosk/staff_area/step.h"
#include "kiosk/staff_area/turn.h"

namespace ce::staff_area {

using session::StaffKey;
using session::StaffTouch;

void on_cards(Turn& turn, StaffTouch const& touch) {
  auto& page = *turn.stage<CardsPage>();
  if (!page.list) return;
  auto const count = static_cast<int>(page.list->size());
  if (touch.key == StaffKey::turn) {
    page.page = turned(page.page, touch.number, page.list->size(), cards_per_page);
  }
  bool const room = turn.state.cards != staff::CardUse::off && page.list->size() < staff::most_cards;
  if (touch.key == StaffKey::confirm && room) return turn.go(NewCard{});
  if (touch.key != StaffKey::choose || touch.number < 0 || touch.number >= count) return;
  turn.go(OneCard{staff::StaffCard{(*page.list)[static_cast<std::size_t>(touch.number)]}});
}

void on_one_card(Turn& turn, StaffTouch const& touch) {
  if (touch.key != StaffKey::confirm) return;
  staff::Order order;
  order.task = staff::Task::take_back_card;
  order.card = turn.stage<OneCard>()->card.number;
  turn.obey(std::move(order), Place::cards);
}

void on_new_card(Turn& turn, StaffTouch const& touch) {
  auto& page = *turn.stage<NewCard>();
  using Step = NewCard::Step;
  switch (page.step) {
    case Step::choosing: {
      auto const chosen = static_cast<std::size_t>(touch.number);
      if (touch.key != StaffKey::choose || touch.number < 0 || chosen > card_labels.size()) return;
      bool const own = chosen == card_labels.size();
      page.label = own ? "" : card_labels.at(chosen);
      page.step = own ? Step::typing : Step::sure;
      return;
    }
    case Step::typing:
      if (type(page.label, longest_typed_label, touch)) return;
      if (touch.key == StaffKey::confirm && may_confirm(turn.state)) page.step = Step::sure;
      return;
    case Step::sure:
      if (touch.key != StaffKey::confirm) return;
      turn.ask(MakeCard{page.label});
      turn.go(Working{Place::cards});
  }
}

}  // namespace ce::staff_area
