#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

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

/// Some rows of a table.
struct Part {
  std::string table;
  std::string where;  // SQL in this program's own words; empty: all
};
/// Writes these parts of the store, as export_store() does the whole, in one state; a copy to keep, which
/// import_store() does not take. Gives the SHA-256 of its manifest besides.
struct Copied {
  Moved moved;
  std::string manifest;
};
[[nodiscard]] Result<Copied> copy_parts(std::string const& location, std::filesystem::path const& directory,
                                        std::vector<Part> const& parts, Progress const& progress);

/// How a table of such a copy stands.
struct PartStanding {
  std::string table;
  std::int64_t rows = 0;
  bool whole = false;  // its file is as the manifest says
  bool same = false;   // the store gives the same rows today
};
struct Compared {
  std::string manifest;
  std::vector<PartStanding> parts;
};
/// Holds a copy against its manifest and the store. Fails like import_store() for what is no archive, and
/// with input_invalid where its tables are not those of `parts`.
[[nodiscard]] Result<Compared> compare_parts(std::string const& location,
                                             std::filesystem::path const& directory,
                                             std::vector<Part> const& parts);

/// Fills a new store at `location` from `directory`. Fails with input_invalid where the store holds rows
/// already or the archive is not of this program's schema, and with storage_corrupt where a file is missing,
/// cut off or changed. Nothing is kept then.
[[nodiscard]] Result<Moved> import_store(std::string const& location, std::filesystem::path const& directory,
                                         Progress const& progress);

}  // namespace ce::transfer
