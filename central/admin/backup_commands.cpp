#include "central/admin/backup_commands.h"

#include <unistd.h>

#include <ostream>

#include "central/admin/backup_proofs.h"
#include "central/store/backup.h"
#include "central/store/schema.h"
#include "central/store/store.h"

namespace ce::admin {
namespace {

store::CopyProgress progress_on(std::ostream& err) {
  if (::isatty(STDERR_FILENO) != 1) return {};
  return [&err](std::int64_t done, std::int64_t total) {
    err << '\r' << (total == 0 ? 100 : done * 100 / total) << " %" << std::flush;
  };
}

void add_files_dir(CLI::App& app, std::filesystem::path& files_dir) {
  app.add_option("--files-dir", files_dir, "[data] files_dir of ce-central [files beside the store]")
      ->option_text("DIR");
}

// A store of an older program is backed up as it is, before it is brought up to date: an entry would do that.
bool is_of_today(std::filesystem::path const& db) {
  auto reader = storage::Database::open_reader(db);
  if (!reader) return false;
  auto steps = reader->prepare("SELECT COUNT(*) FROM schema_steps");
  auto const there = steps.step();
  return there && steps.integer(0) == static_cast<std::int64_t>(store::schema().size());
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
      "it.\n"
      "Proof documents go to the directory FILE.proofs; one that is missing or damaged is told, and the "
      "exit\n"
      "code is 1. Files of registration under way and reports on them are not copied.");
  add_files_dir(*backup_, files_dir_);
  restore_->add_option("file", file_, "The backup; none for a server, which is brought back by its own means")
      ->option_text("FILE");
  add_files_dir(*restore_, files_dir_);
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
    return report(err,
                  {FailureCode::input_invalid,
                   "a store on a server is backed up and brought back there: pg_basebackup and its log "
                   "(packaging/cluster/recovery.md), pgBackRest or pg_dump; copy [data] files_dir as well: "
                   "proof documents are files"});
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
  // Before it is taken away, so that the copy says so itself.
  if (backing_up && is_of_today(context.db)) {
    if (auto const noted = note_in_chain(context, audit::Action::store_backed_up); !noted)
      return report(err, noted.failure());
  }
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
  return copy_documents(context, backing_up, out, err);
}

std::filesystem::path BackupCommands::files_dir(Context const& context) const {
  return files_dir_.empty() ? store::Store::directory_of(context.db) / "files" : files_dir_;
}

// After the store: whatever the copy names was on the disk before it was named.
int BackupCommands::copy_documents(Context const& context, bool backing_up, std::ostream& out,
                                   std::ostream& err) const {
  auto opened = Opened::open(context, OpenMode::existing);
  if (!opened) return report(err, opened.failure());
  auto const live = files_dir(context) / "proofs";
  auto const beside = proofs_beside(file_);
  auto const copied = copy_proofs((*opened)->store(), backing_up ? live : beside, backing_up ? beside : live,
                                  progress_on(err));
  if (!copied) return report(err, copied.failure());
  if (copied->sound > 0)
    out << (backing_up ? beside : live).string() << ": " << copied->sound << " proof documents, each sound\n";
  if (copied->missing.empty()) return 0;
  err << "ce-admin: " << copied->missing.size()
      << " proof documents that the store names are missing or damaged in "
      << (backing_up ? live : beside).string() << ":\n";
  for (auto const& hash : copied->missing) err << "  " << hash << '\n';
  return 1;
}

}  // namespace ce::admin
