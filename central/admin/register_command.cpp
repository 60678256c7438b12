#include "central/admin/register_command.h"

#include <ostream>

#include "central/admin/table.h"
#include "shared/identity/mask.h"
#include "shared/protocol/names.h"

namespace ce::admin {
namespace {

std::vector<std::string> row_of(store::RegisterLine const& line) {
  return {line.number,
          identity::mask_name(line.name.reveal()),
          std::to_string(line.year),
          line.print.text(),
          std::to_string(line.copy),
          line.outcome ? std::string{protocol::word_of(*line.outcome)} : "requested",
          line.cause,
          line.kiosk,
          line.blank_number,
          rfc3339(line.requested)};
}

}  // namespace

RegisterCommand::RegisterCommand(CLI::App& app)
    : app_(app.add_subcommand("register", "Print the issue register, oldest print first")) {
  app_->add_option("--region", region_, "Certificates of a region with all below it")
      ->option_text("CODE [440000]");
  app_->add_option("--year", year_, "Certificates of that credit year")
      ->option_text("YEAR")
      ->check(CLI::Range(2010, 2099));
  app_->add_flag("--csv", csv_, "As CSV");
  app_->footer(
      "state: requested (no outcome told yet), sent_to_printer, confirmed, failed, unknown (staff must "
      "settle it).\n"
      "requested_at is UTC.");
}

int RegisterCommand::run(Context const& context, std::ostream& out, std::ostream& err) const {
  auto opened = Opened::open(context, OpenMode::existing);
  if (!opened) return report(err, opened.failure());
  if ((*opened)->rules().regions.find(region_) == nullptr) {
    return report(err, {FailureCode::input_invalid, "--region " + region_ + ": no such region of Guangdong"});
  }
  auto const prints = (*opened)->store().issue_register({{region_}, year_});
  if (!prints) return report(err, prints.failure());
  Table table{
      {"number", "name", "year", "print", "copy", "state", "cause", "kiosk", "blank_number", "requested_at"},
      {}};
  for (auto const& line : *prints) table.rows.push_back(row_of(line));
  csv_ ? print_csv(out, table) : print_aligned(out, table);
  return 0;
}

}  // namespace ce::admin
