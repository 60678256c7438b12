#include "shared/storage/sqlite_failure.h"

#include <sqlite3.h>

#include <cerrno>
#include <string>

namespace ce::storage {
namespace {

bool no_room(int system_error) {
  return system_error == ENOSPC || system_error == EDQUOT || system_error == EFBIG;
}

FailureCode code_for(int primary, int system_error) {
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
    case SQLITE_IOERR:  // the write-ahead log's index reports a full disk this way
      return no_room(system_error) ? FailureCode::storage_full : FailureCode::storage_fault;
    default:
      return FailureCode::storage_fault;
  }
}

}  // namespace

Failure failure_of(sqlite3* handle, std::filesystem::path const& file) {
  int const extended = sqlite3_extended_errcode(handle);
  auto const code = code_for(extended & 0xFF, sqlite3_system_errno(handle));
  return {code, file.string() + ": " + sqlite3_errmsg(handle) + " (SQLite " + std::to_string(extended) + ")"};
}

}  // namespace ce::storage
