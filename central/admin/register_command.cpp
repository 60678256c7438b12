#include "central/admin/register_command.h"

#include <unistd.h>

#include <ostream>

#include "central/admin/table.h"
#include "central/registers/cells.h"
#include "central/registers/register_file.h"
#include "shared/identity/mask.h"
#include "shared/protocol/names.h"

namespace ce::admin {
namespace {

// Words that programs read; people read the files and the console.
std::vector<std::string> row_of(registers::Line const& line) {
  std::vector<std::string> row{line.number, line.lost ? "" : identity::mask_name(line.name.reveal()),
                               std::to_string(line.year)};
  if (line.print) {
    auto const& print = *line.print;
    row.insert(row.end(), {print.id, std::to_string(print.copy),
                           print.outcome ? std::string{protocol::word_of(*print.outcome)} : "requested",
                           print.cause, print.kiosk, print.blank_number, rfc3339(print.requested)});
  } else {
    row.insert(row.end(), {"", "", "not_printed", "", "", "", ""});
  }
  row.push_back(line.lost ? "" : line.issue_day.iso());
  row.emplace_back(line.lost ? "lost" : (line.revoked ? "void" : "in_force"));
  row.push_back(line.successor);
  return row;
}

Table roll_up_table(std::vector<registers::RollUp> const& lines) {
  Table table{{"region", "name", "issued", "void", "in_force", "lost", "printed", "unresolved", "blanks_used",
               "blanks_void"},
              {}};
  for (auto const& line : lines) table.rows.push_back(registers::cells_of(line));
  return table;
}

Result<void> take_day(std::string const& option, std::string const& text, std::optional<Date>& day) {
  if (text.empty()) return {};
  auto const parsed = Date::parse_iso(text);
  if (!parsed) return Failure{FailureCode::input_invalid, option + " " + text + ": write it like 2026-03-01"};
  day = *parsed;
  return {};
}

}  // namespace

RegisterCommand::RegisterCommand(CLI::App& app)
    : app_(app.add_subcommand("register", "Print the issue register: every number and every print")) {
  app_->add_option("--region", region_, "Certificates of an issuing region with all below it")
      ->option_text("CODE [440000]");
  app_->add_option("--year", year_, "Certificates of that credit year")
      ->option_text("YEAR")
      ->check(CLI::Range(2010, 2099));
  app_->add_option("--issued-from", issued_from_, "Issued on that day or later")->option_text("DAY");
  app_->add_option("--issued-to", issued_to_, "Issued on that day or before")->option_text("DAY");
  app_->add_option("--printed-from", printed_from_, "Prints of that day (China) or later, by time")
      ->option_text("DAY");
  app_->add_option("--printed-to", printed_to_, "Prints of that day (China) or before, by time")
      ->option_text("DAY");
  app_->add_option("--kiosk", kiosk_, "Prints of that kiosk, by time")->option_text("ID");
  app_->add_flag("--roll-up", roll_up_, "Counts by region, city and province in place of lines");
  app_->add_flag("--csv", csv_, "As CSV");
  app_->add_option("--xlsx", xlsx_, "As a spreadsheet")->option_text("FILE");
  app_->add_option("--pdf", pdf_, "As pages to print and file, A4")->option_text("FILE");
  app_->footer(
      "A line is a certificate with one of its prints. state: not_printed, requested (no outcome told yet),\n"
      "sent_to_printer, confirmed, failed, unknown (staff must settle it). requested_at is UTC, files say "
      "the "
      "time of\n"
      "China. Names are masked.");
}

Result<registers::Filter> RegisterCommand::filter(store::Rulebook const& rules) const {
  if (rules.regions.find(region_) == nullptr && rules.regions.find_change(region_) == nullptr) {
    return Failure{FailureCode::input_invalid, "--region " + region_ + ": no such region of Guangdong"};
  }
  registers::Filter filter;
  filter.scope = {region_};
  filter.year = year_;
  filter.kiosk = kiosk_;
  CE_CHECK(take_day("--issued-from", issued_from_, filter.issued_from));
  CE_CHECK(take_day("--issued-to", issued_to_, filter.issued_to));
  CE_CHECK(take_day("--printed-from", printed_from_, filter.printed_from));
  CE_CHECK(take_day("--printed-to", printed_to_, filter.printed_to));
  return filter;
}

Result<void> RegisterCommand::write_files(store::Store& store, registers::Filter const& filter,
                                          std::ostream& out, std::ostream& err) const {
  bool const terminal = ::isatty(STDERR_FILENO) == 1;
  registers::FileOptions options{registers::Names::masked, SystemClock{}.now(), {}};
  if (terminal) {
    options.progress = [&err](std::int64_t lines) {
      err << '\r' << lines << std::flush;
      return true;
    };
  }
  std::vector<registers::RollUp> sums;
  if (roll_up_) {
    CE_TRY(sums, registers::roll_up(store, filter));
  }
  if (!xlsx_.empty()) {
    CE_CHECK(roll_up_ ? registers::write_xlsx(sums, filter, store.rules().regions, options, xlsx_)
                      : registers::write_xlsx(store, filter, options, xlsx_));
    out << xlsx_.string() << ": written\n";
  }
  if (!pdf_.empty()) {
    CE_CHECK(roll_up_ ? registers::write_pdf(sums, filter, store.rules().regions, options, pdf_)
                      : registers::write_pdf(store, filter, options, pdf_));
    out << pdf_.string() << ": written\n";
  }
  return {};
}

Result<void> RegisterCommand::print(store::Store& store, registers::Filter const& filter,
                                    std::ostream& out) const {
  Table table;
  if (roll_up_) {
    CE_TRY(auto const sums, registers::roll_up(store, filter));
    table = roll_up_table(sums);
  } else {
    table.headings = {"number", "name",         "year",         "print",     "copy",   "state",    "cause",
                      "kiosk",  "blank_number", "requested_at", "issued_on", "status", "successor"};
    if (csv_) print_csv(out, table);
    CE_CHECK(registers::for_each_line(store, filter, [&](registers::Line const& line) -> Result<void> {
      if (csv_) {
        print_csv_row(out, row_of(line));
      } else {
        table.rows.push_back(row_of(line));
      }
      return {};
    }));
    if (csv_) return {};
  }
  csv_ ? print_csv(out, table) : print_aligned(out, table);
  return {};
}

int RegisterCommand::run(Context const& context, std::ostream& out, std::ostream& err) const {
  auto opened = Opened::open(context, OpenMode::existing);
  if (!opened) return report(err, opened.failure());
  auto const asked = filter((*opened)->rules());
  if (!asked) return report(err, asked.failure());
  auto& store = (*opened)->store();
  bool const to_files = !xlsx_.empty() || !pdf_.empty();
  auto const done = to_files ? write_files(store, *asked, out, err) : print(store, *asked, out);
  return done ? 0 : report(err, done.failure());
}

}  // namespace ce::admin
