#pragma once

#include <string>

#include "kiosk/staff/cards.h"
#include "shared/base/result.h"

namespace ce::staff_desk {

/// What stands on the sheet of a staff card.
struct CardSheet {
  std::string hall;
  std::string kiosk_id;
  staff::StaffCard card;
  SecretText code;
  bool with_pin = false;  // the PIN is needed with it
};

/// A staff card as a PDF file for printing: an A4 sheet with the card's two sides of A7 beside each other, to
/// be cut out, folded and laminated, and how that is done. How the hidden door is opened does not stand on
/// it: who finds a card shall not learn it. The file holds the code: it goes to the printer and nowhere else.
/// Some 100 ms. Fails with font_missing, name_not_covered or sheet_not_rendered.
[[nodiscard]] Result<std::string> card_sheet(CardSheet const& what);

}  // namespace ce::staff_desk
