#include "central/admin/paper_command.h"

#include <ostream>

#include "central/admin/table.h"
#include "central/fleet/paper.h"

namespace ce::admin {

PaperCommand::PaperCommand(CLI::App& app)
    : app_(app.add_subcommand("paper", "Numbered blanks used, void and left at each kiosk on a day")) {
  app_->add_option("--kiosk", kiosk_, "That one alone")->option_text("ID");
  app_->add_option("--day", day_, "Day of China")->option_text("DAY [today]");
  app_->add_flag("--csv", csv_, "As CSV");
  app_->footer(
      "A number counts on the day of its print, or on the day that staff voided it unprinted; `left` is "
      "now.");
}

int PaperCommand::run(Context const& context, std::ostream& out, std::ostream& err) const {
  Date day = china_date(SystemClock{}.now());
  if (!day_.empty()) {
    auto const parsed = Date::parse_iso(day_);
    if (!parsed) {
      return report(err, {FailureCode::input_invalid, "--day " + day_ + ": write it like 2026-03-01"});
    }
    day = *parsed;
  }
  auto opened = Opened::open(context, OpenMode::existing);
  if (!opened) return report(err, opened.failure());
  auto const days = fleet::paper_of((*opened)->store(), kiosk_, day);
  if (!days) return report(err, days.failure());
  Table table{{"kiosk", "day", "used", "void", "left"}, {}};
  for (auto const& line : *days) {
    table.rows.push_back({line.kiosk, day.iso(), std::to_string(line.used), std::to_string(line.void_),
                          std::to_string(line.left)});
  }
  csv_ ? print_csv(out, table) : print_aligned(out, table);
  return 0;
}

}  // namespace ce::admin
