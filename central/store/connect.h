#pragma once

#include <string>

#include "shared/storage/database.h"

namespace ce::store {

/// One connection to a store that is there or to be made, brought up to date, for work on the whole of it
/// (moving it, backing it up): no statement is ended for taking long. Fails like Store::open().
[[nodiscard]] Result<storage::Database> connect(std::string const& location);

/// One that reads a store that is there, one state in each transaction.
[[nodiscard]] Result<storage::Database> connect_reader(std::string const& location);

}  // namespace ce::store
