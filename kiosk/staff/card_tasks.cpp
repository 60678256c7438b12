// Staff cards at the command line: which are out, and one taken back. They are made on the screen, where they
// are printed.
#include <ostream>

#include "kiosk/staff/cards.h"
#include "kiosk/staff/staff.h"

namespace ce::staff {

Result<void> list_cards(Desk const& desk) {
  CE_TRY(auto const cards, CardFile{desk.storage}.list());
  if (cards.empty()) *desk.out << "没有在用的员工卡\n";
  for (auto const& card : cards) {
    *desk.out << card.number << " 号  " << card.label << "  " << card.made.iso() << " 制作\n";
  }
  return {};
}

Result<void> take_back_card(Order const& order, Desk const& desk) {
  CE_TRY(auto const card, CardFile{desk.storage}.take_back(order.card));
  auto told = desk.journal->note(protocol::NoteKind::staff_card_withdrawn, name_of(card));
  *desk.out << "已收回 " << name_of(card) << "，这张卡已经失效。卡如果还在，请剪碎\n";
  return told;
}

}  // namespace ce::staff
