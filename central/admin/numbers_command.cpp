#include "central/admin/numbers_command.h"

#include <ostream>

#include "central/admin/table.h"
#include "central/restored/standing.h"

namespace ce::admin {
namespace {

void tell_pause(std::ostream& out, restored::Standing const& standing) {
  if (!standing.paused) {
    out << "numbers are given out\n";
    return;
  }
  out << "issuing is paused since " << rfc3339(*standing.paused) << ": the store was brought back\n";
  if (standing.unheard.empty()) {
    out << "every kiosk has delivered: ce-admin numbers resume --reason TEXT\n";
    return;
  }
  out << "not all has come from:";
  for (auto const& kiosk : standing.unheard) out << ' ' << kiosk;
  out << '\n';
}

Table number_table(std::vector<restored::LostNumbers> const& numbers) {
  Table table{{"region", "year", "first", "last", "why"}, {}};
  for (auto const& one : numbers) {
    table.rows.push_back({one.region, std::to_string(one.year), std::to_string(one.first),
                          std::to_string(one.last), one.printed ? "printed" : "skipped"});
  }
  return table;
}

Table print_table(std::vector<restored::LostPrint> const& prints) {
  Table table{{"number", "kiosk", "blank_number", "requested_at", "state", "recorded_as"}, {}};
  for (auto const& one : prints) {
    table.rows.push_back({one.certificate, one.kiosk, one.blank_number, rfc3339(one.requested),
                          one.outcome.empty() ? "requested" : one.outcome, one.recorded_as});
  }
  return table;
}

}  // namespace

NumbersCommand::NumbersCommand(CLI::App& app)
    : app_(app.add_subcommand("numbers", "Numbers that a store brought back from a backup has lost")) {
  app_->require_subcommand(0, 1);
  app_->add_flag("--csv", csv_, "Lost sheets as CSV");
  app_->footer(
      "After `restore` nothing is issued until `numbers resume`: certificates issued after the backup are\n"
      "forgotten, their numbers must not go to anybody else. Without a word it tells whether issuing is "
      "paused,\n"
      "which kiosks have not delivered yet, which numbers are never given out, and the sheets that kiosks "
      "had\n"
      "printed of certificates that are gone (their holders get new ones).");
  resume_ = app_->add_subcommand("resume", "Issue again");
  resume_->add_option("--reason", how_.reason, "Why it is safe")->option_text("TEXT")->required();
  resume_
      ->add_option("--skip", how_.skip,
                   "How many numbers of each counter to pass over, for what was issued and never printed")
      ->option_text("N [1000]");
  resume_->add_flag("--unheard", how_.even_unheard, "Though kiosks have not delivered, and never will");
  recorded_ = app_->add_subcommand("recorded", "A lost certificate's holder has a new one");
  recorded_->add_option("--number", lost_, "On the lost sheet")->option_text("NUMBER")->required();
  recorded_->add_option("--as", as_, "The new one")->option_text("NUMBER")->required();
}

int NumbersCommand::show(store::Store const& store, std::ostream& out, std::ostream& err) const {
  restored::Standing standing;
  auto const read = store.read([&](storage::Database& database) -> Result<void> {
    CE_TRY(standing, restored::standing(database));
    return {};
  });
  if (!read) return report(err, read.failure());
  if (csv_) {
    print_csv(out, print_table(standing.prints));
    return 0;
  }
  tell_pause(out, standing);
  if (!standing.numbers.empty()) print_aligned(out, number_table(standing.numbers));
  if (!standing.prints.empty()) print_aligned(out, print_table(standing.prints));
  return 0;
}

int NumbersCommand::run(Context const& context, std::ostream& out, std::ostream& err) const {
  auto opened = Opened::open(context, OpenMode::existing);
  if (!opened) return report(err, opened.failure());
  auto& store = (*opened)->store();
  auto const by = audit::operator_author(context.operator_name, "440000");
  auto const now = SystemClock{}.now();
  if (resume_->parsed()) {
    if (auto const done = restored::resume(store, how_, by, now); !done) return report(err, done.failure());
    out << "numbers are given out\n";
    return 0;
  }
  if (recorded_->parsed()) {
    if (auto const done = restored::record_as(store, lost_, as_, by, now); !done)
      return report(err, done.failure());
    out << lost_ << ": its holder has " << as_ << '\n';
    return 0;
  }
  return show(store, out, err);
}

}  // namespace ce::admin
