#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "central/registration/actor.h"
#include "central/registration/entry.h"
#include "central/registration/grid.h"
#include "central/store/store.h"

namespace ce::registration {

enum class RowFate : std::uint8_t {
  registered,
  repeated,  // this row of this file was registered before
  refused,   // its faults say why
  withheld,  // sound, but another row is not and all or nothing was asked for
};

struct RowResult {
  int row = 0;  // as the spreadsheet shows it
  RowFate fate = RowFate::refused;
  std::optional<std::int64_t> record;
  std::vector<Fault> faults;
  std::vector<std::string> warnings;
};

struct ImportReport {
  std::string file_hash;
  GridRow headings;
  std::vector<GridRow> cells;   // what was in the file, for the report
  std::vector<RowResult> rows;  // in the same order
  [[nodiscard]] std::size_t count(RowFate fate) const;
};

/// What a file of `bytes` holds, with no result for any row yet; the first of `rows` are its headings.
[[nodiscard]] ImportReport report_of(std::string_view bytes, std::vector<GridRow> rows);

struct ImportOptions {
  bool all_or_nothing = false;
  /// The job that the file is brought by: rows which it registered before it broke off count as registered,
  /// those of another job or none as repeated.
  std::string job = {};
  /// Told now and then how many of how many steps are done, on the calling thread; false stops the import
  /// before anything more is registered.
  std::function<bool(std::size_t done, std::size_t all)> progress = {};
};

/// Registers a CSV or XLSX file row by row (article 4). Rows are checked on one state of the store, then
/// registered: in one transaction where all or nothing is asked for, else in transactions of some hundred
/// rows, each row checked anew. The standings of a file taken whole follow its transaction in some of their
/// own before this returns. The same file again, by the same account, registers nothing twice. Fails with
/// file_refused for a file that cannot be read or was stopped, with storage errors; what is wrong with single
/// rows is in the report.
[[nodiscard]] Result<ImportReport> import_file(store::Store& store, Actor const& actor,
                                               std::string_view bytes, ImportOptions const& options,
                                               Instant now);

}  // namespace ce::registration
