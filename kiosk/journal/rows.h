#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/journal/entry.h"
#include "shared/base/result.h"
#include "shared/storage/database.h"

namespace ce::journal {

/// Whether the file could not be read or written, as opposed to what was asked of it.
[[nodiscard]] bool is_of_the_disk(FailureCode code);

/// What a caller of the ledger hears of a storage fault: ledger_unwritable, the fault in the detail. Other
/// failures pass.
[[nodiscard]] Failure as_ledger(Failure failure);

/// Entries that fulfil `condition` (SQL over print and certificate; $1 is `parameter` where given).
Result<std::vector<PrintEntry>> read_entries(storage::Database& database, std::string_view condition,
                                             std::optional<std::string_view> parameter = {});

/// The first of them.
Result<std::optional<PrintEntry>> read_entry(storage::Database& database, std::string_view condition,
                                             std::string_view parameter);

}  // namespace ce::journal
