#include "shared/storage/backup.h"

#include <sqlite3.h>

#include <memory>
#include <system_error>

#include "shared/base/entry_id.h"
#include "shared/storage/creation.h"
#include "shared/storage/schema.h"
#include "shared/storage/sqlite_failure.h"

namespace ce::storage {
namespace {

namespace fs = std::filesystem;

constexpr int pages_at_once = 512;
constexpr int patience_of_copy_ms = 5000;

using Handle = std::unique_ptr<sqlite3, decltype(&sqlite3_close_v2)>;

Result<Handle> open_for_copy(fs::path const& file, int flags) {
  sqlite3* opened = nullptr;
  int const code = sqlite3_open_v2(file.c_str(), &opened, flags | SQLITE_OPEN_NOMUTEX, nullptr);
  Handle handle{opened, sqlite3_close_v2};
  if (code != SQLITE_OK) return failure_of(opened, file);
  sqlite3_busy_timeout(opened, patience_of_copy_ms);
  return handle;
}

Result<void> run_sql(sqlite3* handle, fs::path const& file, char const* sql) {
  if (sqlite3_exec(handle, sql, nullptr, nullptr, nullptr) == SQLITE_OK) return {};
  return failure_of(handle, file);
}

Result<void> copy_pages(sqlite3* source, sqlite3* target, fs::path const& file,
                        std::function<void(CopiedPages)> const& progress) {
  auto* const copy = sqlite3_backup_init(target, "main", source, "main");
  if (copy == nullptr) return failure_of(target, file);
  int code = SQLITE_OK;
  while (code == SQLITE_OK) {
    code = sqlite3_backup_step(copy, pages_at_once);
    std::int64_t const total = sqlite3_backup_pagecount(copy);
    if (progress) progress({total - sqlite3_backup_remaining(copy), total});
  }
  bool const whole = code == SQLITE_DONE;
  if (sqlite3_backup_finish(copy) == SQLITE_OK && whole) return {};
  auto failure = failure_of(target, file);
  // A busy or damaged source is told by the copy's code alone.
  if (code == SQLITE_BUSY || code == SQLITE_LOCKED) failure.code = FailureCode::storage_busy;
  if (code == SQLITE_CORRUPT || code == SQLITE_NOTADB) failure.code = FailureCode::storage_corrupt;
  return failure;
}

Result<void> copy_state(fs::path const& from, fs::path const& made,
                        std::function<void(CopiedPages)> const& progress) {
  CE_TRY(auto const source, open_for_copy(from, SQLITE_OPEN_READWRITE));
  CE_CHECK(make_private(made));
  CE_TRY(auto const target, open_for_copy(made, SQLITE_OPEN_READWRITE));
  // A read transaction holds one state: without it each write of others would begin the copy anew.
  CE_CHECK(run_sql(source.get(), from, "BEGIN; SELECT count(*) FROM sqlite_master"));
  CE_CHECK(copy_pages(source.get(), target.get(), made, progress));
  // No log beside it: the copy is one file, and can be read where nothing can be written.
  return run_sql(target.get(), made, "PRAGMA journal_mode = DELETE");
}

Result<void> check_copy(fs::path const& made, std::span<Migration const> migrations) {
  CE_TRY(auto database, Database::open_reader(made));
  CE_CHECK(database.check_integrity());
  return check_schema(database, made, migrations);
}

}  // namespace

Result<void> copy_database(fs::path const& from, fs::path const& to, std::span<Migration const> migrations,
                           std::function<void(CopiedPages)> const& progress) {
  std::error_code error;
  Failure const in_the_way{FailureCode::input_invalid, to.string() + ": is there already and stays as it is"};
  if (fs::exists(fs::symlink_status(to, error))) return in_the_way;
  if (!fs::is_regular_file(from, error)) {
    return Failure{FailureCode::storage_unopenable, from.string() + ": no such file"};
  }
  fs::path const made = to.string() + ".new-" + EntryId::make().text();
  auto done = copy_state(from, made, progress);
  if (done) done = check_copy(made, migrations);
  bool placed = false;
  if (done) {
    auto const renamed = rename_if_free(made, to);
    if (!renamed) done = renamed.failure();
    if (renamed && !*renamed) done = in_the_way;
    placed = renamed.value_or(false);
  }
  if (!placed) {
    for (auto const* suffix : {"", "-wal", "-shm", "-journal"}) fs::remove(made.string() + suffix, error);
    return done;
  }
  sync_directory_of(to);
  return {};
}

}  // namespace ce::storage
