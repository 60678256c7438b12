#include "kiosk/start/staff_backing.h"

#include "kiosk/staff/pause.h"

namespace ce::start {
namespace {

// What staff are asked for on the telephone, beside what they may change.
std::vector<staff_area::Setting> read_out(settings::Settings const& settings) {
  return {{"数据目录", settings.storage.string()},
          {"日志", settings.log_file.empty() ? "由系统收集（journalctl）" : settings.log_file.string()}};
}

drivers::IppPrinterOptions line_for_staff(settings::Settings const& settings) {
  drivers::IppPrinterOptions options;
  options.uri = settings.printer_uri;
  return options;
}

}  // namespace

StaffBacking::StaffBacking(Before const& before, present::Words const& words, Clock const& machine,
                           Backstage& behind, staff_desk::SetUpParts set_up,
                           std::function<std::optional<bool>()> scanner)
    : printer_(line_for_staff(*before.settings)),
      offsets_(offset_book(*before.settings)),
      desk_({.work = {&behind.journal(), &printer_, &words, before.clock, nullptr, &offsets_,
                      before.settings->paper.warn_left,
                      [&behind](ports::PrinterStatus const& status) { return behind.card().accept(status); },
                      before.settings->storage},
             .machine = &machine,
             .logger = before.logger,
             .settings = before.settings,
             .version = CE_VERSION,
             .around = [board = before.board] { return board->now(); },
             .scanner = std::move(scanner),
             .since_central = [clock = before.clock] { return clock->since_heard(); },
             // A ledger that staff took over prints once central has answered a report under its new name.
             .noted =
                 [&behind] {
                   behind.courier().kick();
                   behind.courier().report();
                 },
             .set_up = std::move(set_up)},
            before.wake),
      side_(desk_, {std::chrono::seconds{before.settings->staff.idle_seconds},
                    before.settings->paper.preprinted, staff::is_paused(before.settings->storage),
                    staff_desk::card_use(*before.settings), read_out(*before.settings)}) {}

}  // namespace ce::start
