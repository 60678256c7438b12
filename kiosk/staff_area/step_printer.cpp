// The printer: how it is, its test page, how far it is off on numbered stock.
#include "kiosk/staff_area/step.h"
#include "kiosk/staff_area/turn.h"

namespace ce::staff_area {
namespace {

using session::StaffKey;
using session::StaffTouch;

constexpr std::size_t longest_tenths = 3;

}  // namespace

std::string millimetres(Shift const& shift) {
  auto const tenths = shift.tenths.empty() ? 0 : std::stoi(shift.tenths);
  std::string const sign = tenths == 0 ? "" : shift.other_way ? "-" : "+";
  return sign + std::to_string(tenths / 10) + "." + std::to_string(tenths % 10);
}

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
      if (turn.state.numbered) turn.go(OffsetPage{});
      return;
    case PrinterTask::accept:
      order.task = staff::Task::accept_printer;
      break;
  }
  turn.obey(std::move(order), Place::printer);
}

void on_offset(Turn& turn, StaffTouch const& touch) {
  auto& page = *turn.stage<OffsetPage>();
  auto& shift = page.at_down ? page.down : page.right;
  if (touch.key == StaffKey::choose && touch.number == 2) shift.other_way = !shift.other_way;
  if (touch.key == StaffKey::choose && touch.number < 2) page.at_down = touch.number == 1;
  if (type(shift.tenths, longest_tenths, touch) || touch.key != StaffKey::confirm) return;
  if (!page.at_down) {
    page.at_down = true;
    return;
  }
  staff::Order order;
  order.task = staff::Task::calibrate;
  order.right = millimetres(page.right);
  order.down = millimetres(page.down);
  turn.obey(std::move(order), Place::printer);
}

}  // namespace ce::staff_area
