#pragma once

#include <cstddef>
#include <functional>
#include <string_view>

#include "shared/storage/database.h"

namespace ce::storage {

/// Binds the columns of row `row` to parameters $first, $first + 1 ...
using BindRow = std::function<void(Statement&, int first, std::size_t row)>;

/// Adds `count` rows of `columns` columns, by few statements on an engine behind a wire, where each costs a
/// journey, and by one each on a file.
/// Failures come as Statement::run_later() says.
/// `head` is "INSERT INTO t (a, b)", `tail` what comes behind the rows, an ON CONFLICT say.
[[nodiscard]] Result<void> insert_rows(Database& database, std::string_view head, int columns,
                                       std::size_t count, BindRow const& bind, std::string_view tail = {});

/// The same for a tail that gives rows back (RETURNING): `read` is called for each, in no certain order.
[[nodiscard]] Result<void> insert_rows_returning(Database& database, std::string_view head, int columns,
                                                 std::size_t count, BindRow const& bind,
                                                 std::string_view tail,
                                                 std::function<Result<void>(Statement const&)> const& read);

}  // namespace ce::storage
