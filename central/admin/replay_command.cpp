#include "central/admin/replay_command.h"

#include <ostream>

#include "central/replay/account.h"
#include "shared/certificate/number.h"

namespace ce::admin {

ReplayCommand::ReplayCommand(CLI::App& regulation)
    : app_(regulation.add_subcommand("replay", "Give the verdict behind a certificate again")) {
  app_->add_option("NUMBER", number_, "The certificate's 14 digits; blanks and hyphens do not matter")
      ->required();
  app_->add_flag("--json", json_, "As JSON, times in units of 30 s");
  app_->footer(
      "Judges by the rule pack, guide and records frozen with the certificate and compares with the figures\n"
      "frozen then and with the records in the store now. Exit code 1 where anything differs.");
}

int ReplayCommand::run(Context const& context, std::ostream& out, std::ostream& err) const {
  auto opened = Opened::open(context, OpenMode::existing);
  if (!opened) return report(err, opened.failure());
  auto const& rules = (*opened)->rules();
  auto const examined = certificate::examine_number(number_, rules.regions);
  replay::Replay outcome;
  auto const done = (*opened)->store().read([&](storage::Database& database) -> Result<void> {
    CE_TRY(outcome, replay::replay(database, rules, examined.normalized));
    return {};
  });
  if (!done) return report(err, done.failure());
  if (json_) {
    out << replay::json_of(outcome) << '\n';
  } else {
    for (auto const& line : replay::account_of(outcome)) out << line << '\n';
  }
  return outcome.same() ? 0 : 1;
}

}  // namespace ce::admin
