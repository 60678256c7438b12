#pragma once

#include <vector>

#include "kiosk/session/staff_touch.h"
#include "kiosk/staff_area/effect.h"
#include "kiosk/staff_area/state.h"

namespace ce::staff_area {

/// One call of step() while it works. Room-internal.
struct Turn {
  State state;
  std::vector<Effect> effects;
  Tick now{};

  template <class S>
  [[nodiscard]] S* stage() {
    return std::get_if<S>(&state.stage);
  }
  void go(Stage stage) { state.stage = std::move(stage); }
  void ask(Effect effect) { effects.push_back(std::move(effect)); }
  /// The desk does it; what it says stands on a page that leads back there.
  void obey(staff::Order order, Place back) {
    ask(Obey{std::move(order)});
    go(Working{back});
  }
  /// That page, with what it shows asked for anew.
  void open(Place place);
};

void hear(Turn& turn, Answer const& answer);  // step_answers.cpp
/// Where 返回 leads.
Place behind(Stage const& stage);

// step_door.cpp
void at_door(Turn& turn, AtDoor& door, session::StaffTouch const& touch);
/// A staff card, or another code, before the door.
void scanned_at_door(Turn& turn, AtDoor& door, SecretText const& text);

// step_cards.cpp
void on_cards(Turn& turn, session::StaffTouch const& touch);
void on_one_card(Turn& turn, session::StaffTouch const& touch);
void on_new_card(Turn& turn, session::StaffTouch const& touch);

// A key on the pages of paper; step_paper.cpp.
void on_paper(Turn& turn, session::StaffTouch const& touch);
void on_loading(Turn& turn, session::StaffTouch const& touch);
void on_numbering(Turn& turn, session::StaffTouch const& touch);
/// The report of the day so many days ago; another day's from the page that shows one.
void ask_report(Turn& turn, int days_ago);
void on_report(Turn& turn, Said const& said, session::StaffTouch const& touch);
/// 返回 within what is being typed, chosen and asked of a sheet; false where it leads out of it.
bool back_in_numbering(Turn& turn);

// step_printer.cpp
void on_printer(Turn& turn, session::StaffTouch const& touch);
void on_accept_printer(Turn& turn, session::StaffTouch const& touch);

void on_new_pin(Turn& turn, session::StaffTouch const& touch);  // step_settings.cpp

// step_items.cpp
void on_settings(Turn& turn, session::StaffTouch const& touch);
void on_item(Turn& turn, session::StaffTouch const& touch);
void on_printer_list(Turn& turn, session::StaffTouch const& touch);
void open_item(Turn& turn, items::ItemId id);
/// 返回 on those pages; false where it is not theirs.
bool step_back(Turn& turn);
void heard_of_item(Turn& turn, ItemTried const& tried);
void heard_of_item(Turn& turn, ItemSaved const& saved);

// step_guide.cpp
void on_guide(Turn& turn, session::StaffTouch const& touch);
/// The item in turn is done with, or passed over: the next one, or the report.
void guide_on(Turn& turn, GuideMark mark);
void guide_back(Turn& turn);

/// The page of a list after so many keys of 上一页 (-1) or 下一页 (1), within those there are.
[[nodiscard]] int turned(int page, int by, std::size_t count, int per_page);

/// Adds the letter, takes one back or clears; false for another key.
bool type(std::string& text, std::size_t most, session::StaffTouch const& touch);

}  // namespace ce::staff_area
