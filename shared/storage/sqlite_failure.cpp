#include "shared/storage/sqlite_failure.h"

#include <sqlite3.h>

#include <cerrno>
#include <string>

namespace ce::storage {
namespace {

bool no_room(int system_error) {
  return system_error == ENOSPC || system_error == EDQUOT || system_error == EFBIG;
}

/// The system's error behind SQLITE_IOERR. errno is often overwritten by the rollback that follows, so the
/// file and its log are asked for what they remember.
bool disk_is_full(sqlite3* handle) {
  if (no_room(sqlite3_system_errno(handle))) return true;
  for (int const which : {SQLITE_FCNTL_FILE_POINTER, SQLITE_FCNTL_JOURNAL_POINTER}) {
    sqlite3_file* file = nullptr;
    int remembered = 0;
    if (sqlite3_file_control(handle, "main", which, &file) != SQLITE_OK || file == nullptr) continue;
    if (file->pMethods == nullptr) continue;
    file->pMethods->xFileControl(file, SQLITE_FCNTL_LAST_ERRNO, &remembered);
    if (no_room(remembered)) return true;
  }
  return false;
}

FailureCode code_for(int primary, sqlite3* handle) {
  switch (primary) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return FailureCode::storage_busy;
    case SQLITE_FULL:
      return FailureCode::storage_full;
    case SQLITE_CONSTRAINT:
      return FailureCode::storage_constraint;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return FailureCode::storage_corrupt;
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_READONLY:
      return FailureCode::storage_unopenable;
    case SQLITE_IOERR:  // a quota, or the write-ahead log's index, reports a full disk this way
      return disk_is_full(handle) ? FailureCode::storage_full : FailureCode::storage_fault;
    default:
      return FailureCode::storage_fault;
  }
}

}  // namespace

Failure failure_of(sqlite3* handle, std::filesystem::path const& file) {
  int const extended = sqlite3_extended_errcode(handle);
  auto const code = code_for(extended & 0xFF, handle);
  return {code, file.string() + ": " + sqlite3_errmsg(handle) + " (SQLite " + std::to_string(extended) + ")"};
}

}  // namespace ce::storage
