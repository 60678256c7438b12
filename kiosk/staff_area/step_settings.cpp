// Another PIN, typed twice.
#include "kiosk/staff_area/step.h"
#include "kiosk/staff_area/turn.h"

namespace ce::staff_area {

using session::StaffKey;

void on_new_pin(Turn& turn, session::StaffTouch const& touch) {
  auto& page = *turn.stage<NewPin>();
  if (touch.key == StaffKey::choose) page.at_again = touch.number == 1;
  if (type((page.at_again ? page.again : page.first).reveal(), longest_pin, touch)) return;
  if (touch.key != StaffKey::confirm || !may_confirm(turn.state)) return;
  if (!page.at_again) {
    page.at_again = true;
    return;
  }
  staff::Order order;
  order.task = staff::Task::set_pin;
  order.pin = std::move(page.first);
  turn.obey(std::move(order), Place::settings);
}

}  // namespace ce::staff_area
