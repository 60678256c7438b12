// Prints whose outcome staff must tell, and the printer as it is.
#include <ostream>

#include "kiosk/journal/recovery.h"
#include "kiosk/staff/staff.h"

namespace ce::staff {
namespace {

using protocol::PrintOutcome;

void tell(Desk const& desk, journal::PrintEntry const& entry) {
  *desk.out << entry.id.text() << "  证书 " << entry.certificate.number << "  第 " << entry.copy
            << " 份  纸号 " << entry.blank_number << "  " << china_minute_text(entry.requested_at) << '\n';
  if (entry.cause) *desk.out << "    " << desk.words->of(*entry.cause).staff << '\n';
}

// What the printer itself knows of the job settles the print, whatever was about to be said.
Result<bool> printer_knows(journal::PrintEntry const& entry, Desk const& desk) {
  auto const answer = desk.printer->find_job(journal::job_name(entry));
  if (!answer) {
    *desk.out << "打印机没有应答，以您所见为准：" << desk.words->of(answer.failure().code).staff << '\n';
    return false;
  }
  if (!answer->has_value()) return false;
  auto const ending = journal::ending_of(**answer);
  if (!ending) {
    CE_CHECK(desk.printer->cancel((*answer)->id));
    return Failure{FailureCode::printer_busy,
                   "the job was still open and is being cancelled; ask again in a moment"};
  }
  if (ending->outcome != PrintOutcome::sent_to_printer) return false;
  CE_CHECK(desk.journal->settle(entry.id, ending->outcome, ending->cause));
  *desk.out << "打印机报告这一张已经打印完成，已按“已出纸”登记；如果没有见到，请在出纸口和周围寻找。\n";
  return true;
}

}  // namespace

Result<void> list_prints(Desk const& desk) {
  CE_TRY(auto const unresolved, desk.journal->unresolved());
  CE_TRY(auto const open, desk.journal->unsettled());
  *desk.out << "待确认的打印：" << unresolved.size() << '\n';
  for (auto const& entry : unresolved) tell(desk, entry);
  if (!open.empty()) *desk.out << "正在进行的打印：" << open.size() << '\n';
  for (auto const& entry : open) tell(desk, entry);
  if (!unresolved.empty()) {
    *desk.out << "看过出纸口后登记：ce-kiosk prints came-out 编号（见到了证书）或 ce-kiosk prints no-sheet "
                 "编号（没有出纸）\n";
  }
  return {};
}

Result<void> settle_print(Order const& order, Desk const& desk) {
  CE_TRY(auto const id, EntryId::parse(order.print));
  CE_TRY(auto const entry, desk.journal->find(id));
  if (!entry) return Failure{FailureCode::input_invalid, "没有这次打印：" + order.print};
  if (entry->state != journal::PrintState::unknown) {
    return Failure{FailureCode::not_permitted,
                   "这次打印的结果已经登记为 " + std::string{name_of(entry->state)}};
  }
  if (!order.came_out) {
    CE_TRY(bool const settled, printer_knows(*entry, desk));
    if (settled) return {};
  }
  CE_CHECK(desk.journal->settle(id, order.came_out ? PrintOutcome::confirmed : PrintOutcome::failed,
                                order.came_out ? std::nullopt : entry->cause));
  *desk.out << "已登记：证书 " << entry->certificate.number
            << (order.came_out ? " 已出纸\n"
                               : " 没有出纸，纸号 " + entry->blank_number + " 作废，可以重新打印\n");
  return {};
}

Result<void> look_at_printer(Desk const& desk) {
  auto const status = desk.printer->status();
  if (!status) {
    *desk.out << desk.words->of(status.failure().code).staff << '\n';
    return status.failure();
  }
  *desk.out << "打印机：" << status->make_and_model << "  " << status->uuid << '\n';
  if (status->toner_percent) *desk.out << "墨粉余量：" << *status->toner_percent << "%\n";
  if (status->toner_low) *desk.out << "墨粉快用完了：仍可打印，请备好墨粉盒\n";
  if (status->paper_low) *desk.out << "纸盒里的纸快用完了：仍可打印，请准备加纸\n";
  for (auto const& problem : status->problems) *desk.out << desk.words->of(problem).staff << '\n';
  for (auto const& reason : status->reasons) *desk.out << "  打印机报告：" << reason << '\n';
  if (status->problems.empty()) *desk.out << "可以打印\n";
  return {};
}

Result<void> accept_printer(Order const& order, Desk const& desk) {
  CE_TRY(auto const status, desk.printer->status());
  if (!order.printer.empty() && order.printer != status.uuid) {
    return Failure{FailureCode::not_permitted,
                   "现在应答的是另一台打印机（" + status.make_and_model + "），没有换用。请重新核对"};
  }
  CE_CHECK(desk.accept(status));
  CE_CHECK(desk.journal->note(protocol::NoteKind::printer_accepted, status.make_and_model.substr(0, 80)));
  *desk.out << "今后使用这台打印机：" << status.make_and_model << "。请核对纸张；套打纸请先打印校准页\n";
  return {};
}

}  // namespace ce::staff
