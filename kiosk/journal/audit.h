#pragma once

#include <string_view>

#include "kiosk/journal/entry.h"
#include "shared/base/clock.h"
#include "shared/base/result.h"
#include "shared/storage/database.h"

namespace ce::journal {

/// Adds a line to the chain: hash = SHA-256(hash of the line before || seq, at, print, what). Part of the
/// caller's transaction. `print` is empty for what concerns paper alone.
Result<void> append_audit(storage::Database& database, Instant at, std::string_view print,
                          std::string_view what);

/// Recomputes every hash and compares each print with its last line; storage_corrupt names the first
/// that does not fit.
Result<void> check_audit(storage::Database& database);

}  // namespace ce::journal
