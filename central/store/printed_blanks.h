#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shared/base/result.h"
#include "shared/storage/database.h"

namespace ce::store {

/// Serial numbers (N0) of the paper that sheets of that certificate were printed on, as far as kiosks have
/// told, the latest first and at most protocol::most_blank_numbers; none of a print that failed. Part of the
/// caller's transaction. Fails with storage errors.
[[nodiscard]] Result<std::vector<std::string>> printed_blanks(storage::Database& database,
                                                              std::string_view certificate);

}  // namespace ce::store
