#include "shared/storage/creation.h"

#include <fcntl.h>
#include <sqlite3.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <string>
#include <system_error>

#include "shared/base/descriptor.h"
#include "shared/base/entry_id.h"
#include "shared/base/owner.h"
#include "shared/storage/sqlite_failure.h"

namespace ce::storage {
namespace {

namespace fs = std::filesystem;

fs::path directory_of(fs::path const& file) {
  return file.has_parent_path() ? file.parent_path() : fs::path{"."};
}

/// Page 1 alone, already marked for write-ahead logging; SQLite syncs it in its own commit.
Result<void> write_first_page(fs::path const& file, int page_bytes) {
  sqlite3* handle = nullptr;
  int code = sqlite3_open_v2(file.c_str(), &handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr);
  if (code == SQLITE_OK) {
    auto const how = "PRAGMA page_size = " + std::to_string(page_bytes) +
                     "; PRAGMA synchronous = FULL; PRAGMA journal_mode = WAL";
    code = sqlite3_exec(handle, how.c_str(), nullptr, nullptr, nullptr);
  }
  Result<void> result;
  if (code != SQLITE_OK) result = failure_of(handle, file);
  sqlite3_close_v2(handle);
  return result;
}

}  // namespace

// Nobody but its owner reads it, whatever the shell that began the program allows; SQLite gives what it makes
// beside a file that file's mode.
Result<void> make_private(fs::path const& file) {
  Descriptor const made{::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR)};
  int const fault = made ? give_to_owner_of(directory_of(file), made.value()) : errno;
  if (fault == 0) return {};
  if (made) ::unlink(file.c_str());
  bool const full = fault == ENOSPC || fault == EDQUOT;
  return Failure{full ? FailureCode::storage_full : FailureCode::storage_unopenable,
                 file.string() + ": " + std::system_category().message(fault)};
}

void sync_directory_of(fs::path const& file) {
  int const descriptor = ::open(directory_of(file).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return;
  ::fsync(descriptor);
  ::close(descriptor);
}

Result<bool> rename_if_free(fs::path const& from, fs::path const& to) {
  if (::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0) return true;
  if (errno == EEXIST) return false;
  return Failure{FailureCode::storage_fault,
                 "renaming " + from.string() + ": " + std::system_category().message(errno)};
}

Result<void> create_empty(fs::path const& file, int page_bytes) {
  auto const directory = directory_of(file);
  std::error_code error;
  if (!fs::is_directory(directory, error)) {
    return Failure{FailureCode::storage_unopenable, file.string() + ": no such directory"};
  }
  fs::path const made = file.string() + ".new-" + EntryId::make().text();
  Result<bool> renamed = true;
  CE_CHECK(make_private(made));
  if (auto written = write_first_page(made, page_bytes); !written) {
    renamed = written.failure();
  } else {
    renamed = rename_if_free(made, file);
  }
  if (!renamed || !*renamed) {
    for (auto const* suffix : {"", "-wal", "-shm", "-journal"}) fs::remove(made.string() + suffix, error);
  }
  if (!renamed) return renamed.failure();
  sync_directory_of(file);
  return {};
}

}  // namespace ce::storage
