#include "central/admin/held_command.h"

#include <ostream>

#include "central/admin/table.h"

namespace ce::admin {

HeldCommand::HeldCommand(CLI::App& app)
    : app_(app.add_subcommand("held", "Personal data held: how much, how old, and when it goes")) {
  app_->add_option("--files-dir", files_, "Proofs and registration files [files beside the store]")
      ->option_text("DIR");
  app_->add_option("--event-days", limits_.event_days, "[kiosks] event_days of central's configuration")
      ->option_text("DAYS [400]")
      ->check(CLI::Range(1, 36500));
  app_->add_option("--departed-years", limits_.departed_years,
                   "[people] departed_years of central's configuration")
      ->option_text("YEARS [3]")
      ->check(CLI::Range(0, 100));
  app_->add_flag("--csv", csv_, "As CSV");
  app_->footer(
      "`past` counts what should be gone by now: it is 0, or a sweep does not run. What is held where and\n"
      "why is in packaging/privacy. Counts name nobody.");
}

int HeldCommand::run(Context const& context, std::ostream& out, std::ostream& err) const {
  auto opened = Opened::open(context, OpenMode::existing);
  if (!opened) return report(err, opened.failure());
  auto const files = files_.empty() ? store::Store::directory_of(context.db) / "files" : files_;
  auto const held = holdings::held((*opened)->store(), files, limits_, SystemClock{}.now());
  if (!held) return report(err, held.failure());
  Table table{{"what", "count", "bytes", "oldest", "kept", "past"}, {}};
  for (auto const& one : *held) {
    table.rows.push_back({std::string{one.what.english}, std::to_string(one.count),
                          one.bytes ? std::to_string(*one.bytes) : "",
                          one.oldest ? china_date(*one.oldest).iso() : "", std::string{one.until.english},
                          std::to_string(one.past)});
  }
  csv_ ? print_csv(out, table) : print_aligned(out, table);
  return 0;
}

}  // namespace ce::admin
