#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

#include "shared/base/result.h"

namespace ce::transfer {

/// Told every some thousand rows of a table and at its end; `all` is 0 where it is not known yet.
using Progress = std::function<void(std::string_view table, std::int64_t rows, std::int64_t all)>;

struct Moved {
  std::size_t tables = 0;
  std::int64_t rows = 0;
};

/// Writes the store at `location` into `directory`, which is made or holds a broken-off export. Fails with
/// input_invalid where it holds anything else, and like the store.
[[nodiscard]] Result<Moved> export_store(std::string const& location, std::filesystem::path const& directory,
                                         Progress const& progress);

/// Fills a new store at `location` from `directory`. Fails with input_invalid where the store holds rows
/// already or the archive is not of this program's schema, and with storage_corrupt where a file is missing,
/// cut off or changed. Nothing is kept then.
[[nodiscard]] Result<Moved> import_store(std::string const& location, std::filesystem::path const& directory,
                                         Progress const& progress);

}  // namespace ce::transfer
