#pragma once

#include <filesystem>

#include "shared/base/failure.h"

struct sqlite3;

namespace ce::storage {

/// The last error of `handle` as one of our seven kinds. The detail names the file and SQLite's message,
/// which holds SQL and names of columns but never bound values.
[[nodiscard]] Failure failure_of(sqlite3* handle, std::filesystem::path const& file);

}  // namespace ce::storage
