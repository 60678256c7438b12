#pragma once

#include <filesystem>
#include <functional>
#include <mutex>
#include <optional>
#include <span>

#include "shared/base/result.h"
#include "shared/log/log.h"
#include "shared/storage/database.h"

/// A store of copies: a damaged file is set aside and begun anew, which is logged. What is deleted is
/// overwritten. Private to this room.
namespace ce::cache {

struct CopyFile {
  std::filesystem::path file;
  std::span<storage::Migration const> migrations;
  std::string_view store;  // its name in the log
  int page_bytes = storage::usual_page_bytes;
  int log_pages = 1000;  // in the log before a commit brings them into the file; SQLite's own choice
};

struct OpenedCopy {
  storage::Database database;
  std::optional<std::filesystem::path> set_aside;
};
[[nodiscard]] Result<OpenedCopy> open_copy(CopyFile const& which, log::Logger const& logger);

/// Into the file with what the log holds, so that what was replaced or forgotten stays nowhere. What hinders
/// it (a disk, a reader) loses nothing, and the next time it goes as well; a disk's failure is logged.
void empty_log(storage::Database& database, CopyFile const& which, log::Logger const& logger);

/// Lets go of the file, sets it aside and begins it anew; where that fails the database stays closed. The
/// caller holds the store.
Result<void> begin_anew(OpenedCopy& copy, CopyFile const& which, std::string const& why,
                        log::Logger const& logger);

/// Reads every page on a connection of its own; a damaged file, or one that could not be begun anew the last
/// time, is begun anew while `held`, and `settle` makes it fit to serve.
Result<void> examine_copy(OpenedCopy& copy, CopyFile const& which, std::mutex& held,
                          log::Logger const& logger, std::function<Result<void>()> const& settle);

}  // namespace ce::cache
