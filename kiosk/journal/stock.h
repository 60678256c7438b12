#pragma once

#include <filesystem>
#include <string>

#include "kiosk/journal/entry.h"
#include "kiosk/journal/paper.h"
#include "shared/base/clock.h"
#include "shared/base/result.h"
#include "shared/storage/database.h"

namespace ce::journal {

/// Makes `range` the one that numbers are taken from; see Journal::load_paper. In a journal that knows no
/// range yet it goes on where the mark file says. Part of the caller's transaction.
Result<void> load_range(storage::Database& database, std::filesystem::path const& mark_file,
                        PaperRange const& range, Instant at);

/// Takes the next number, the mark file first. paper_exhausted. Part of the caller's transaction.
Result<std::string> take_blank(storage::Database& database, std::filesystem::path const& mark_file);

Result<void> note_blank_used(storage::Database& database, PrintEntry const& entry);
Result<void> void_blank(storage::Database& database, PrintEntry const& entry, std::string_view reason,
                        Instant at);

Result<PaperCount> count_paper(storage::Database& database);

}  // namespace ce::journal
