#include "central/admin/backup_commands.h"

#include <unistd.h>

#include <ostream>

#include "central/store/backup.h"
#include "central/store/store.h"

namespace ce::admin {
namespace {

store::CopyProgress progress_on(std::ostream& err) {
  if (::isatty(STDERR_FILENO) != 1) return {};
  return [&err](std::int64_t done, std::int64_t total) {
    err << '\r' << (total == 0 ? 100 : done * 100 / total) << " %" << std::flush;
  };
}

}  // namespace

BackupCommands::BackupCommands(CLI::App& app)
    : backup_(app.add_subcommand("backup", "Copy the whole store to a new file while ce-central serves on")),
      restore_(app.add_subcommand("restore", "Make the store from a backup")) {
  backup_->add_option("file", file_, "The file to make")->option_text("FILE")->required();
  backup_->footer(
      "The copy is one committed state, proven page by page before it gets its name; a file that is there "
      "is\n"
      "not overwritten. It holds what the store holds: keep it as well. Keys that sign grants are not in "
      "it.");
  restore_->add_option("file", file_, "The backup; none for a server, which is brought back by its own means")
      ->option_text("FILE");
  restore_->footer(
      "Stop every ce-central of this store first and move the old file away: a store that is there is not\n"
      "overwritten. Kiosks notice the restored store by themselves and fetch everything anew. So they do\n"
      "where PostgreSQL was brought back to an earlier time (packaging/cluster/recovery.md): run it once,\n"
      "without FILE, before any ce-central starts. What was granted after the backup is forgotten and may\n"
      "still print: nothing is granted until the longest such grant has ended and all kiosks were heard,\n"
      "a day after that at most. Certificates issued after the backup are forgotten too: nothing is issued\n"
      "until `ce-admin numbers resume`, and what kiosks tell of such numbers keeps them from being used "
      "again.");
}

int BackupCommands::run_on_server(Context const& context, std::ostream& out, std::ostream& err) const {
  if (backup_->parsed() || !file_.empty()) {
    return report(err, {FailureCode::input_invalid,
                        "a store on a server is backed up and brought back there: pg_basebackup and its log "
                        "(packaging/cluster/recovery.md), pgBackRest or pg_dump"});
  }
  auto done = store::begin_anew(context.db, SystemClock{}.now());
  if (done) done = note_in_chain(context, audit::Action::store_restored);
  if (!done) return report(err, done.failure());
  out << "kiosks will fetch everything anew; issuing is paused: ce-admin numbers\n";
  return 0;
}

int BackupCommands::run(Context const& context, std::ostream& out, std::ostream& err) const {
  if (store::Store::is_server(context.db)) return run_on_server(context, out, err);
  if (file_.empty()) return report(err, {FailureCode::input_invalid, "restore: which FILE?"});
  auto const progress = progress_on(err);
  bool const backing_up = backup_->parsed();
  auto const done = backing_up ? store::back_up(context.db, file_, progress)
                               : store::restore(file_, context.db, SystemClock{}.now(), progress);
  if (progress) err << '\r';
  if (!done) return report(err, done.failure());
  if (!backing_up) {
    if (auto const noted = note_in_chain(context, audit::Action::store_restored); !noted)
      return report(err, noted.failure());
  }
  auto const made = backing_up ? file_ : std::filesystem::path{context.db};
  std::error_code ignored;
  out << made.string() << ": " << (backing_up ? "backed up" : "restored") << ", "
      << std::filesystem::file_size(made, ignored) << " bytes, every page sound\n";
  if (!backing_up) out << "issuing is paused until kiosks were heard: ce-admin numbers\n";
  return 0;
}

}  // namespace ce::admin
