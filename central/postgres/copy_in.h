#pragma once

#include <functional>
#include <string>

#include "shared/storage/database.h"

namespace ce::postgres {

/// Puts lines of COPY's text format into a table ("name (column, column)"). `next` fills its argument with
/// some more whole lines, at most a few hundred KB, and says whether there were any. Within the transaction
/// that is open.
[[nodiscard]] Result<void> copy_in(storage::Database& database, std::string const& table_and_columns,
                                   std::function<Result<bool>(std::string&)> const& next);

}  // namespace ce::postgres
