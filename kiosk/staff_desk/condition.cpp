#include "kiosk/staff_desk/condition.h"

#include <system_error>

namespace ce::staff_desk {
namespace {

void ask_printer(DeskParts const& parts, staff_area::Condition& seen) {
  auto const status = parts.work.printer->status();
  if (!status) {
    seen.printer_problem = status.failure().code;
    return;
  }
  seen.printer_make = status->make_and_model;
  seen.toner_percent = status->toner_percent;
  seen.toner_low = status->toner_low;
  seen.tray_low = status->paper_low;
  if (!status->problems.empty()) seen.printer_problem = status->problems.front();
}

void ask_ledger(DeskParts const& parts, staff_area::Condition& seen) {
  auto const& journal = *parts.work.journal;
  if (auto const ready = journal.ready(); !ready) seen.ledger_problem = ready.failure().code;
  auto const waiting = journal.pending_count();
  auto const refused = journal.refused_count();
  auto const open = journal.unresolved();
  auto const paper = journal.paper();
  if (waiting) seen.events_waiting = *waiting;
  if (refused) seen.events_refused = *refused;
  if (open) seen.prints_unresolved = open->size();
  if (paper) seen.paper_left = paper->left;
  if (!waiting) seen.ledger_problem = waiting.failure().code;
}

}  // namespace

staff_area::Condition look_at(DeskParts const& parts) {
  staff_area::Condition seen;
  auto const around = parts.around();
  seen.reader_ok = around.reader_ok;
  seen.scanner_ok = parts.scanner();
  seen.online = around.central_online;
  seen.printer_problem = around.printer_problem;  // not the known one, not calibrated, no paper left
  ask_printer(parts, seen);
  ask_ledger(parts, seen);
  seen.since_central = parts.since_central();
  if (seen.since_central) {
    auto const ahead_ms = parts.machine->now().ms - parts.work.clock->now().ms;
    seen.clock_ahead = std::chrono::seconds{ahead_ms / 1000};
  }
  std::error_code error;
  auto const space = std::filesystem::space(parts.work.storage, error);
  if (!error) {
    seen.disk_free = space.available;
    seen.disk_size = space.capacity;
  }
  seen.version = parts.version;
  return seen;
}

}  // namespace ce::staff_desk
