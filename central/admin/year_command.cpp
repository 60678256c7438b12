#include "central/admin/year_command.h"

#include <ostream>

#include "central/admin/table.h"
#include "central/archive/year_copy.h"

namespace ce::admin {
namespace {

constexpr auto what_closing_means =
    "When registration for a year has ended by the authority's notice: from then on its records, reviews, "
    "proofs,\n"
    "verdicts and the facts of its certificates are only read. The store's own database refuses to write "
    "them, and\n"
    "whoever registers, imports, resubmits or reviews is told so. Verification, the kiosks' pages of earlier "
    "years\n"
    "and prints go on. Still possible: certificates of people whose year was complete, to void or correct a\n"
    "certificate (articles 14, 16), reprints (article 15). Nothing of it is deleted.";

int list(store::Store const& store, std::ostream& out, std::ostream& err) {
  std::vector<store::ClosedYear> years;
  auto const read = store.read([&](storage::Database& database) -> Result<void> {
    CE_TRY(years, store::closed_years(database));
    return {};
  });
  if (!read) return report(err, read.failure());
  Table table{{"year", "state", "closed_at", "by", "waiting", "reason"}, {}};
  for (auto const& one : years) {
    table.rows.push_back({std::to_string(one.year), one.reopened ? "open again" : "closed",
                          rfc3339(one.closed), one.by, std::to_string(one.waiting), one.reason});
    if (one.reopened) {
      table.rows.push_back(
          {"", "reopened", rfc3339(*one.reopened), one.reopened_by, "", one.reopened_reason});
    }
  }
  print_aligned(out, table);
  return 0;
}

}  // namespace

YearCommand::YearCommand(CLI::App& app)
    : app_(app.add_subcommand(
          "year", "Close a credit year (only read from then on), open it again, copy it for the archives")),
      close_(app_->add_subcommand("close", "End a year: only read from now on")),
      reopen_(app_->add_subcommand("reopen", "Let a closed year be written again")),
      copy_(app_->add_subcommand("copy", "Write a sealed copy of a closed year for the archives")),
      check_(
          app_->add_subcommand("check", "Hold such a copy against its hashes, the audit chain, the store")) {
  app_->require_subcommand(1);
  app_->add_subcommand("list", "Which years are closed, or were");
  app_->footer(what_closing_means);
  for (auto* const command : {close_, reopen_, copy_, check_}) {
    command->add_option("--year", how_.year, "The credit year")
        ->option_text("YEAR")
        ->required()
        ->check(CLI::Range(2010, 2099));
  }
  for (auto* const command : {close_, reopen_}) {
    command->add_option("--reason", how_.reason, "By which notice, or why")->option_text("TEXT")->required();
  }
  close_->add_flag("--even-waiting", how_.even_waiting,
                   "Though records of it wait for a review that nobody will take");
  close_->footer(what_closing_means);
  for (auto* const command : {copy_, check_}) {
    command->add_option("DIR", directory_, "The copy")->option_text("DIR")->required();
  }
  copy_->footer(
      "All tables' rows of that year, readable by their owner alone and writable by nobody; the audit chain "
      "keeps\n"
      "the hash of manifest.json. It names people. Files of proof documents lie beside the store; copy them "
      "as "
      "well.");
  check_->footer(
      "Exit code 1 where a file was changed, the chain does not know the copy, or records, reviews or proofs "
      "are not\n"
      "the same in the store. Other tables may have changed by what is still possible.");
}

int YearCommand::run(Context const& context, std::ostream& out, std::ostream& err) const {
  auto opened = Opened::open(context, OpenMode::existing);
  if (!opened) return report(err, opened.failure());
  auto& store = (*opened)->store();
  auto const by = audit::operator_author(context.operator_name, "440000");
  auto const now = SystemClock{}.now();
  if (close_->parsed()) {
    auto const waiting = archive::close_year(store, how_, by, now);
    if (!waiting) return report(err, waiting.failure());
    out << how_.year << ": closed";
    if (*waiting > 0) out << ", " << *waiting << " records were never reviewed";
    out << '\n';
    return 0;
  }
  if (reopen_->parsed()) {
    auto const done = archive::reopen_year(store, how_.year, how_.reason, by, now);
    if (!done) return report(err, done.failure());
    out << how_.year << ": open again\n";
    return 0;
  }
  if (copy_->parsed()) return copy(context, store, out, err);
  return check_->parsed() ? check(context, store, out, err) : list(store, out, err);
}

int YearCommand::copy(Context const& context, store::Store& store, std::ostream& out,
                      std::ostream& err) const {
  auto const by = audit::operator_author(context.operator_name, "440000");
  auto const copied =
      archive::copy_year(store, context.db, how_.year, directory_, by, SystemClock{}.now(), {});
  if (!copied) return report(err, copied.failure());
  out << how_.year << ": " << copied->moved.tables << " tables, " << copied->moved.rows
      << " rows, written to " << directory_ << "\nmanifest.json: SHA-256 " << copied->manifest << '\n';
  return 0;
}

int YearCommand::check(Context const& context, store::Store const& store, std::ostream& out,
                       std::ostream& err) const {
  auto const standing = archive::check_copy(store, context.db, how_.year, directory_);
  if (!standing) return report(err, standing.failure());
  Table table{{"table", "rows", "file", "store"}, {}};
  for (auto const& part : standing->compared.parts) {
    auto const* const differs = archive::stays(part.table) ? "DIFFERS" : "changed since";
    table.rows.push_back({part.table, std::to_string(part.rows), part.whole ? "whole" : "CHANGED",
                          part.same ? "same" : differs});
  }
  print_aligned(out, table);
  out << "manifest.json: SHA-256 " << standing->compared.manifest << ", "
      << (standing->in_chain ? "as the audit chain has it" : "NOT IN THE AUDIT CHAIN") << '\n';
  return standing->sound ? 0 : 1;
}

}  // namespace ce::admin
