#pragma once

#include <filesystem>
#include <string>

#include "central/audit/audit.h"
#include "central/store/store.h"
#include "central/transfer/transfer.h"

/// A sealed copy of a closed year, for the archives (档案).
namespace ce::archive {

/// Writes all that the store has of a closed year into `directory` (one file of rows a table, counts and
/// hashes in manifest.json) and takes the right to write them from everybody. The audit chain keeps the
/// manifest's hash. `location` is the store's. Fails with input_invalid where the year is not closed or the
/// directory holds something, and as the store.
[[nodiscard]] Result<transfer::Copied> copy_year(store::Store& store, std::string const& location, int year,
                                                 std::filesystem::path const& directory,
                                                 audit::Author const& by, Instant now,
                                                 transfer::Progress const& progress);

struct YearCopyStanding {
  transfer::Compared compared;
  bool in_chain = false;  // the audit chain says that this copy was made of this year
  bool sound = false;     // that, each file is whole, and what may not change in the store has not
};
/// Holds a copy against its manifest, the audit chain and the store. Fails as transfer::compare_parts().
[[nodiscard]] Result<YearCopyStanding> check_copy(store::Store const& store, std::string const& location,
                                                  int year, std::filesystem::path const& directory);

/// Whether rows of a closed year stay as they are in that table; others grow by what is still allowed.
[[nodiscard]] bool stays(std::string_view table);

}  // namespace ce::archive
