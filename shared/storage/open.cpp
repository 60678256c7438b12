#include <unistd.h>

#include <array>
#include <system_error>

#include "shared/storage/creation.h"
#include "shared/storage/schema.h"
#include "shared/storage/sqlite_engine.h"
#include "shared/storage/sqlite_failure.h"

namespace ce::storage {
namespace {

namespace fs = std::filesystem;

/// Larger files are checked in full by check_integrity() alone: the quick check reads every page.
constexpr std::uintmax_t quick_check_at_most = 16U << 20U;

Result<sqlite3*> open_handle(fs::path const& file, int flags) {
  // Counting what it takes would put one lock of the whole process around each of its allocations.
  static int const uncounted = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
  (void)uncounted;
  sqlite3* handle = nullptr;
  int const code =
      sqlite3_open_v2(file.c_str(), &handle, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nullptr);
  if (code == SQLITE_OK) {
    sqlite3_busy_timeout(handle, patience_ms);
    return handle;
  }
  auto failure = failure_of(handle, file);
  sqlite3_close_v2(handle);
  return failure;
}

/// What can be seen from outside: an empty file, or one that ends within a page.
Result<void> check_size(fs::path const& file) {
  std::error_code error;
  auto const size = fs::file_size(file, error);
  if (error) return Failure{FailureCode::storage_unopenable, file.string() + ": " + error.message()};
  if (size == 0) return Failure{FailureCode::storage_corrupt, file.string() + ": the file is empty"};
  auto const log = fs::file_size(file.string() + "-wal", error);
  bool const log_empty = static_cast<bool>(error) || log == 0;  // with a log the file may be behind
  if (log_empty && size % 512 != 0) {
    return Failure{FailureCode::storage_corrupt,
                   file.string() + ": cut off at " + std::to_string(size) + " bytes"};
  }
  return {};
}

/// While this is on, closing leaves the file and its log as they were found.
void keep_log(sqlite3* handle, bool keep) {
  sqlite3_db_config(handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, keep ? 1 : 0, nullptr);
}

Result<void> check_content(Database& database, std::uintmax_t size) {
  auto schema = database.prepare("SELECT count(*) FROM sqlite_master");
  CE_CHECK(schema.run());
  if (size > quick_check_at_most) return {};
  auto check = database.prepare("PRAGMA quick_check(1)");
  CE_TRY(bool const row, check.step());
  if (row && check.text(0) == "ok") return {};
  return Failure{FailureCode::storage_corrupt, row ? check.text(0) : "no answer to the quick check"};
}

}  // namespace

Result<Database> Database::open(fs::path const& file, Durability durability,
                                std::span<Migration const> migrations, int page_bytes) {
  std::error_code error;
  if (!fs::exists(fs::symlink_status(file, error))) CE_CHECK(create_empty(file, page_bytes));
  CE_CHECK(check_size(file));
  CE_TRY(sqlite3 * handle, open_handle(file, SQLITE_OPEN_READWRITE));
  Database database{std::make_unique<SqliteEngine>(handle, file, false)};
  keep_log(handle, true);
  if (auto sound = check_content(database, fs::file_size(file, error)); !sound) {
    auto failure = sound.failure();
    if (failure.detail.find(file.string()) == std::string::npos) {
      failure.detail = file.string() + ": " + failure.detail;
    }
    return failure;
  }
  CE_CHECK(check_schema(database, file, migrations));
  keep_log(handle, false);

  CE_CHECK(database.execute("PRAGMA journal_mode = WAL"));
  CE_CHECK(database.execute(durability == Durability::full ? "PRAGMA synchronous = FULL"
                                                           : "PRAGMA synchronous = NORMAL"));
  CE_CHECK(database.execute("PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF"));
  CE_CHECK(migrate(database, file, migrations));
  return database;
}

Result<Database> Database::open_reader(fs::path const& file) {
  CE_CHECK(check_size(file));
  CE_TRY(sqlite3 * handle, open_handle(file, SQLITE_OPEN_READONLY));
  Database database{std::make_unique<SqliteEngine>(handle, file, true)};
  CE_CHECK(check_content(database, quick_check_at_most + 1));
  return database;
}

}  // namespace ce::storage
