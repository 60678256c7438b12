#include "central/admin/reprint_command.h"

#include <ostream>

#include "central/grants/copies.h"

namespace ce::admin {

ReprintCommand::ReprintCommand(CLI::App& app)
    : app_(app.add_subcommand("reprint", "Allow one more copy of a certificate that was printed")) {
  app_->add_option("number", certificate_, "The certificate")->required();
  app_->add_option("--reason", reason_, "Why, e.g. 遗失")->option_text("TEXT")->required();
  app_->footer("The number stays. A correction is no reprint: it voids the number and issues anew.");
}

int ReprintCommand::run(Context const& context, std::ostream& out, std::ostream& err) const {
  auto opened = Opened::open(context, OpenMode::existing);
  if (!opened) return report(err, opened.failure());
  int copy = 0;
  auto const account = "operator:" + context.operator_name;
  auto const done = (*opened)->store().write([&](storage::Database& database) -> Result<void> {
    CE_TRY(copy, grants::allow_copy(database, {certificate_, reason_, account}, SystemClock{}.now()));
    return {};
  });
  if (!done) return report(err, done.failure());
  out << certificate_ << ": copy " << copy << " may be printed\n";
  return 0;
}

ReprintRuleCommand::ReprintRuleCommand(CLI::App& app)
    : app_(app.add_subcommand("reprint-rule", "How often a certificate may be reprinted")) {
  app_->add_option("--most", most_, "Copies beyond the first")->option_text("N [3]");
  app_->add_option("--mark", mark_, "Whether a reprint says 补打")
      ->option_text("yes|no [yes]")
      ->check(CLI::IsMember({"yes", "no"}));
}

int ReprintRuleCommand::run(Context const& context, std::ostream& out, std::ostream& err) const {
  auto opened = Opened::open(context, OpenMode::existing);
  if (!opened) return report(err, opened.failure());
  auto const done = (*opened)->store().write([&](storage::Database& database) -> Result<void> {
    return grants::set_reprint_rule(database, {most_, mark_ == "yes"},
                                    audit::operator_author(context.operator_name, "440000"),
                                    SystemClock{}.now());
  });
  if (!done) return report(err, done.failure());
  out << "at most " << most_ << " reprints, " << (mark_ == "yes" ? "marked" : "not marked") << '\n';
  return 0;
}

}  // namespace ce::admin
