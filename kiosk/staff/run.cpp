#include <cstdlib>

#include "kiosk/staff/staff.h"

namespace ce::staff {

Result<void> run(Order const& order, Desk const& desk) {
  switch (order.task) {
    case Task::list_prints:
      return list_prints(desk);
    case Task::settle_print:
      return settle_print(order, desk);
    case Task::load_paper:
      return load_paper(order, desk);
    case Task::void_blank:
      return void_blank(order, desk);
    case Task::top_sheet:
      return top_sheet(order, desk);
    case Task::report_paper:
      return report_paper(order, desk);
    case Task::calibrate:
      return calibrate(order, desk);
    case Task::accept_printer:
      return accept_printer(order, desk);
    case Task::ledger_status:
      return tell_ledger(desk);
    case Task::accept_ledger:
      return accept_ledger(order, desk);
    case Task::look_at_printer:
      return look_at_printer(desk);
    case Task::set_pin:
      return set_pin(order, desk);
    case Task::list_cards:
      return list_cards(desk);
    case Task::take_back_card:
      return take_back_card(order, desk);
  }
  std::abort();
}

}  // namespace ce::staff
