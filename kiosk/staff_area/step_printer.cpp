// The printer: how it is, its test page, how far it is off on numbered stock.
#include "kiosk/staff_area/step.h"
#include "kiosk/staff_area/turn.h"

namespace ce::staff_area {

using session::StaffKey;
using session::StaffTouch;

void on_printer(Turn& turn, StaffTouch const& touch) {
  if (touch.key != StaffKey::choose) return;
  staff::Order order;
  switch (static_cast<PrinterTask>(touch.number)) {
    case PrinterTask::status:
      order.task = staff::Task::look_at_printer;
      break;
    case PrinterTask::page:
      order.task = staff::Task::calibrate;
      order.print_page = true;
      break;
    case PrinterTask::offset:
      if (turn.state.numbered) open_item(turn, items::ItemId::calibration);
      return;
    case PrinterTask::accept:
      order.task = staff::Task::accept_printer;
      break;
  }
  turn.obey(std::move(order), Place::printer);
}

}  // namespace ce::staff_area
