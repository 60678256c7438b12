#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/journal/entry.h"
#include "kiosk/journal/paper.h"
#include "shared/base/clock.h"
#include "shared/base/result.h"
#include "shared/storage/database.h"

namespace ce::journal {

/// Makes `range` the one that numbers are taken from; see Journal::load_paper. In a journal that knows no
/// range yet it goes on where the mark file says. Part of the caller's transaction.
/// Whether anything changed.
Result<bool> load_range(storage::Database& database, std::filesystem::path const& mark_file,
                        PaperRange const& range, Instant at);

/// Whether load_range() would take it; input_invalid, config_value_invalid.
Result<void> could_load_range(storage::Database& database, PaperRange const& range);

/// Takes the next number, the mark file first. paper_exhausted. Part of the caller's transaction.
Result<std::string> take_blank(storage::Database& database, std::filesystem::path const& mark_file);

Result<void> note_blank_used(storage::Database& database, PrintEntry const& entry);
Result<void> void_blank(storage::Database& database, PrintEntry const& entry, std::string_view reason,
                        Instant at);

Result<PaperCount> count_paper(storage::Database& database);

// What staff do with it; stock_staff.cpp. Each is part of the caller's transaction.

/// See Journal::void_blank.
Result<void> declare_void(storage::Database& database, std::string const& number, std::string const& reason,
                          Instant at);

/// See Journal::top_sheet_is.
Result<void> skip_to(storage::Database& database, std::filesystem::path const& mark_file, std::int64_t serial,
                     std::string const& reason, Instant at);

/// The ledger was taken over by staff: numbers before `serial` are gone, by prints that are not in it.
Result<void> go_on_at(storage::Database& database, std::filesystem::path const& mark_file,
                      std::int64_t serial, Instant at);

/// Whether a print failed, or is unknown, since staff last looked at the paper.
Result<bool> check_is_due(storage::Database& database);

Result<PaperDay> count_day(storage::Database& database, Date day);
Result<std::vector<VoidBlank>> void_blanks(storage::Database& database, Date day);

/// The range that numbers are taken from, and its next number.
struct CurrentRange {
  std::int64_t id = 0;
  PaperRange range;
  std::int64_t next = 1;
};
Result<std::optional<CurrentRange>> current_range(storage::Database& database);

}  // namespace ce::journal
