#include "central/admin/transfer_commands.h"

#include <unistd.h>

#include <ostream>

#include "central/transfer/transfer.h"

namespace ce::admin {
namespace {

/// One line for each table; on a terminal it counts.
class Shown {
 public:
  explicit Shown(std::ostream& err) : err_(err), terminal_(::isatty(STDERR_FILENO) == 1) {}

  void operator()(std::string_view table, std::int64_t rows, std::int64_t all) const {
    bool const finished = all > 0 && rows == all;
    if (!terminal_ && !finished) return;
    err_ << (terminal_ ? "\r\x1b[K" : "") << table << ": " << rows;
    if (all > 0 && !finished) err_ << " of " << all;
    err_ << (finished ? "\n" : "") << std::flush;
  }

 private:
  std::ostream& err_;
  bool terminal_;
};

}  // namespace

TransferCommands::TransferCommands(CLI::App& app)
    : export_(app.add_subcommand("export", "Write the whole store into a directory")),
      import_(app.add_subcommand("import", "Fill a new store from such a directory")) {
  for (auto* const command : {export_, import_}) {
    command->add_option("DIR", directory_, "The archive")->option_text("DIR")->required();
  }
  export_->footer(
      "One state of the store, while ce-central may run: a file for each table and manifest.json with counts "
      "and\n"
      "hashes. It names people: keep it where only you may read. Files of proof documents lie beside the "
      "store; copy\n"
      "them as well.");
  import_->footer(
      "From SQLite to PostgreSQL or back: --db names the new store, which must hold nothing yet. All or "
      "nothing;\n"
      "counts and hashes are compared with what the new store gives back. Stop ce-central on the old store "
      "first.");
}

int TransferCommands::run(Context const& context, std::ostream& out, std::ostream& err) const {
  bool const exporting = export_->parsed();
  if (exporting) {
    auto const there = store::Store::exists(context.db);
    if (!there) return report(err, there.failure());
    if (!*there)
      return report(err, {FailureCode::input_invalid, context.db + ": no such store; name it by --db"});
    // Before it is taken away, so that the archive says so itself.
    if (auto const noted = note_in_chain(context, audit::Action::store_exported); !noted)
      return report(err, noted.failure());
  }
  auto const moved = exporting ? transfer::export_store(context.db, directory_, Shown{err})
                               : transfer::import_store(context.db, directory_, Shown{err});
  if (!moved) return report(err, moved.failure());
  if (!exporting) {
    if (auto const noted = note_in_chain(context, audit::Action::store_imported); !noted)
      return report(err, noted.failure());
  }
  out << moved->tables << " tables, " << moved->rows << " rows, "
      << (exporting ? "written to " + directory_.string() : "counts and hashes the same in " + context.db)
      << "\n";
  return 0;
}

}  // namespace ce::admin
