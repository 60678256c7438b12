#include "kiosk/cache/erase.h"

#include <system_error>

#include "kiosk/cache/aside.h"
#include "kiosk/cache/key_file.h"
#include "kiosk/cache/region_schema.h"
#include "kiosk/cache/schema.h"
#include "shared/storage/database.h"

namespace ce::cache {
namespace {

// Not unlinked: a kiosk that has the file open would go on writing into what nobody sees.
Result<void> empty_store(std::filesystem::path const& file) {
  std::error_code error;
  if (!std::filesystem::exists(file, error)) return {};
  bool const seen = file.filename() == "cache.db";
  CE_TRY(auto database, storage::Database::open(file, storage::Durability::normal,
                                                seen ? migrations() : region_migrations()));
  CE_CHECK(database.execute("PRAGMA secure_delete = ON"));
  CE_CHECK(database.execute(
      seen ? "DELETE FROM person; DELETE FROM printed_here; DELETE FROM look_up"
           : "DROP TABLE IF EXISTS held_0; DROP TABLE IF EXISTS held_1; DELETE FROM look_up; "
             "CREATE TABLE held_0 (row INTEGER PRIMARY KEY, thing BLOB NOT NULL, holder BLOB, body BLOB) "
             "STRICT;"
             "UPDATE place SET kinds = '', cursor = '', as_of = NULL, serving = 0, filling = 0, "
             "bytes = 0, closed_at = NULL"));
  return database.execute("VACUUM; PRAGMA wal_checkpoint(TRUNCATE)");
}

/// What does not open is not emptied but deleted: nothing serves from it.
Result<void> erase_store(std::filesystem::path const& file) {
  auto asides = drop_asides(file);
  auto emptied = empty_store(file);
  if (emptied || emptied.failure().code != FailureCode::storage_corrupt) return emptied ? asides : emptied;
  for (auto const* part : {"", "-wal", "-shm"}) {
    std::error_code error;
    std::filesystem::remove(file.string() + part, error);
    if (error) return Failure{FailureCode::storage_fault, file.string() + part + ": " + error.message()};
  }
  return asides;
}

}  // namespace

Result<void> erase_all(std::filesystem::path const& key_file,
                       std::vector<std::filesystem::path> const& stores) {
  auto done = destroy_keys(key_file);
  for (auto const& file : stores) {
    auto const erased = erase_store(file);
    if (erased) continue;
    auto const& failure = erased.failure();
    done = done ? failure : Failure{done.failure().code, done.failure().detail + "; " + failure.detail};
  }
  return done;
}

}  // namespace ce::cache
