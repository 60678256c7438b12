#include "central/admin/verdicts_command.h"

#include <unistd.h>

#include <ostream>

#include "central/admin/table.h"
#include "central/audit/audit.h"
#include "central/issuing/completion.h"
#include "central/standings/refresh_year.h"
#include "central/store/closed_years.h"

namespace ce::admin {
namespace {

std::vector<std::string> row_of(issuing::Completion const& line) {
  return {line.region,
          line.name,
          std::to_string(line.people()),
          std::to_string(line.nothing),
          std::to_string(line.incomplete),
          std::to_string(line.ready),
          std::to_string(line.issued)};
}

}  // namespace

VerdictsCommand::VerdictsCommand(CLI::App& app)
    : app_(app.add_subcommand("verdicts", "How everybody's year stands")) {
  app_->require_subcommand(1);
  refresh_ = app_->add_subcommand("refresh", "Judge a year of everybody anew");
  auto* const summary = app_->add_subcommand("summary", "Count people by region: incomplete, ready, issued");
  for (auto* const command : {refresh_, summary}) {
    command->add_option("--year", year_, "The credit year")
        ->option_text("YEAR")
        ->required()
        ->check(CLI::Range(2010, 2099));
  }
  summary->add_option("--region", region_, "An issuing region with all below it")
      ->option_text("CODE [440000]");
  summary->add_flag("--csv", csv_, "As CSV");
  refresh_->footer(
      "After a change of the year's rule pack or study guide, for a store from before there were standings, "
      "and to\n"
      "open a new year. Runs beside everything else, 500 people a transaction; where it is interrupted, the "
      "next run\n"
      "goes on. Certificates that were issued keep the verdict that was frozen with them.");
}

int VerdictsCommand::run(Context const& context, std::ostream& out, std::ostream& err) const {
  auto opened = Opened::open(context, OpenMode::existing);
  if (!opened) return report(err, opened.failure());
  auto& store = (*opened)->store();
  return refresh_->parsed() ? refresh(store, context.operator_name, out, err) : summary(store, out, err);
}

int VerdictsCommand::refresh(store::Store& store, std::string const& operator_name, std::ostream& out,
                             std::ostream& err) const {
  bool const terminal = ::isatty(STDERR_FILENO) == 1;
  auto const progress = [&](std::int64_t judged) {
    if (terminal) err << '\r' << judged << " people" << std::flush;
    return true;
  };
  if (auto const pack = store.rules().packs.of_year(year_); !pack) return report(err, pack.failure());
  auto const now = SystemClock{}.now();
  // First, so that a run that is interrupted is in the chain as well.
  auto const noted = store.write([&](storage::Database& database) -> Result<void> {
    CE_TRY(bool const closed, store::is_closed(database, year_));
    if (closed) return Failure{FailureCode::input_invalid, std::to_string(year_) + ": the year is closed"};
    return audit::append(database, audit::operator_author(operator_name, "440000"),
                         audit::Action::verdicts_refreshed, {"year", std::to_string(year_)},
                         audit::detail({}), now);
  });
  if (!noted) return report(err, noted.failure());
  auto const done = standings::refresh_year(store, year_, now, progress);
  if (terminal) err << '\r';
  if (!done) return report(err, done.failure());
  out << year_ << ": " << done->judged << " people judged" << (done->resumed ? " (resumed)" : "") << ", "
      << done->changed << " changed\n";
  return 0;
}

int VerdictsCommand::summary(store::Store const& store, std::ostream& out, std::ostream& err) const {
  if (store.rules().regions.find(region_) == nullptr) {
    return report(err, {FailureCode::input_invalid, "--region " + region_ + ": no such region of Guangdong"});
  }
  auto const counts = issuing::completion_by_region(store, {region_}, year_);
  if (!counts) return report(err, counts.failure());
  Table table{{"region", "name", "people", "nothing", "incomplete", "ready", "issued"}, {}};
  for (auto const& line : *counts) table.rows.push_back(row_of(line));
  auto sum = row_of(issuing::sum_of(*counts, {region_}));
  sum[0] = "total";
  table.rows.push_back(std::move(sum));
  csv_ ? print_csv(out, table) : print_aligned(out, table);
  return 0;
}

}  // namespace ce::admin
