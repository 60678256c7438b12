#include "kiosk/cache/opened.h"

#include <string>

#include "kiosk/cache/aside.h"

namespace ce::cache {
namespace {

Result<storage::Database> open_file(CopyFile const& which) {
  CE_TRY(auto database, storage::Database::open(which.file, storage::Durability::normal, which.migrations,
                                                which.page_bytes));
  CE_CHECK(database.execute("PRAGMA wal_autocheckpoint = " + std::to_string(which.log_pages)));
  return database;
}

Result<std::filesystem::path> put_aside(CopyFile const& which, std::string const& why,
                                        log::Logger const& logger) {
  auto const dropped = drop_asides(which.file);
  if (!dropped) {
    logger.event(log::Event::failure, {{"where", which.store}, {"why", describe(dropped.failure())}});
  }
  CE_TRY(auto aside, storage::set_aside(which.file));
  logger.event(log::Event::database_set_aside,
               {{"store", which.store}, {"kept_as", aside.string()}, {"why", why}});
  return aside;
}

Result<void> read_whole(CopyFile const& which) {
  CE_TRY(auto reader, storage::Database::open_reader(which.file));
  return reader.check_integrity();
}

}  // namespace

Result<OpenedCopy> open_copy(CopyFile const& which, log::Logger const& logger) {
  std::optional<std::filesystem::path> aside;
  drop_old_asides(which.file);
  auto database = open_file(which);
  if (!database && database.failure().code == FailureCode::storage_corrupt) {
    CE_TRY(aside, put_aside(which, database.failure().detail, logger));
    database = open_file(which);
  }
  if (!database) return database.failure();
  return OpenedCopy{std::move(database).value(), std::move(aside)};
}

void empty_log(storage::Database& database, CopyFile const& which, log::Logger const& logger) {
  // Who reads the whole file (examine_copy) takes longer than a visitor may wait: then it is for the next
  // time.
  auto const emptied =
      database.execute("PRAGMA busy_timeout = 0; PRAGMA wal_checkpoint(TRUNCATE); PRAGMA busy_timeout = " +
                       std::to_string(storage::patience_ms));
  if (!emptied) {
    logger.event(log::Event::failure, {{"where", which.store}, {"why", describe(emptied.failure())}});
  }
}

Result<void> begin_anew(OpenedCopy& copy, CopyFile const& which, std::string const& why,
                        log::Logger const& logger) {
  // The last connection to go deletes the log by its name: it must be gone before the new file has one.
  copy.database =
      storage::Database::closed({FailureCode::storage_unopenable, which.file.string() + ": " + why});
  std::error_code error;
  if (std::filesystem::exists(which.file, error)) {
    CE_TRY(copy.set_aside, put_aside(which, why, logger));
  }
  CE_TRY(copy.database, open_file(which));
  return {};
}

Result<void> examine_copy(OpenedCopy& copy, CopyFile const& which, std::mutex& held,
                          log::Logger const& logger, std::function<Result<void>()> const& settle) {
  auto sound = read_whole(which);
  std::scoped_lock const alone{held};
  if (copy.database.usable() && (sound || sound.failure().code != FailureCode::storage_corrupt)) return sound;
  CE_CHECK(begin_anew(copy, which, sound ? "it was closed" : sound.failure().detail, logger));
  return settle();
}

}  // namespace ce::cache
