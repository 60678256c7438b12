#pragma once

#include <string>
#include <string_view>

#include "shared/base/failure.h"

struct pg_conn;
struct pg_result;

namespace ce::postgres {

/// Which of our kinds an SQLSTATE is.
[[nodiscard]] FailureCode code_of(std::string_view state);

/// What the server said about a statement: its kind, message, table, column and constraint, never a value.
[[nodiscard]] Failure failure_of(pg_result const* result, std::string_view sql);

/// The connection is gone.
[[nodiscard]] Failure lost(pg_conn const* handle);

}  // namespace ce::postgres
