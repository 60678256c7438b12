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

// A key on the pages of paper; step_paper.cpp.
void on_paper(Turn& turn, session::StaffTouch const& touch);
void on_loading(Turn& turn, session::StaffTouch const& touch);
void on_numbering(Turn& turn, session::StaffTouch const& touch);

// step_printer.cpp
void on_printer(Turn& turn, session::StaffTouch const& touch);
void on_offset(Turn& turn, session::StaffTouch const& touch);

void on_new_pin(Turn& turn, session::StaffTouch const& touch);  // step_settings.cpp

/// Adds the letter, takes one back or clears; false for another key.
bool type(std::string& text, std::size_t most, session::StaffTouch const& touch);

}  // namespace ce::staff_area
