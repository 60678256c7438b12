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
      turn.ask(SeePrinter{});
      return turn.go(AcceptPrinter{});
  }
  turn.obey(std::move(order), Place::printer);
}

void on_accept_printer(Turn& turn, StaffTouch const& touch) {
  auto const& seen = turn.stage<AcceptPrinter>()->seen;
  if (!seen) return;
  bool const there = seen->problem.empty();
  if (touch.key == StaffKey::choose && !there) {
    turn.ask(SeePrinter{});
    return turn.go(AcceptPrinter{});
  }
  if (touch.key != StaffKey::confirm || !there) return;
  staff::Order order;
  order.task = staff::Task::accept_printer;
  order.printer = seen->uuid;
  turn.obey(std::move(order), Place::printer);
}

}  // namespace ce::staff_area
