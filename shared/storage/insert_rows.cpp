#include "shared/storage/insert_rows.h"

#include <array>

#include "shared/storage/id_list.h"

namespace ce::storage {
namespace {

// Few sizes, so that few statements are prepared, and few statements for the dozen rows of clerks at one
// time.
constexpr std::array<std::size_t, 6> sizes{64, 16, 8, 4, 2, 1};

std::string statement_of(std::string_view head, int columns, std::size_t rows, std::string_view tail) {
  std::string sql{head};
  sql += " VALUES ";
  for (std::size_t row = 0; row < rows; ++row) {
    sql += row == 0 ? "(" : ", (";
    sql += parameters(1 + static_cast<int>(row) * columns, static_cast<std::size_t>(columns)) + ")";
  }
  return sql.append(tail);
}

/// Calls `run` with each statement, its rows bound.
template <class Run>
Result<void> in_statements(Database& database, std::string_view head, int columns, std::size_t count,
                           BindRow const& bind, std::string_view tail, Run const& run) {
  // SQLite copies each page that a statement of many rows changes, to take back the statement alone.
  bool const one_by_one = database.dialect() == Dialect::sqlite;
  std::size_t done = 0;
  for (auto const size : sizes) {
    if (count - done < size || (one_by_one && size > 1)) continue;
    auto insert = database.prepare(statement_of(head, columns, size, tail));
    for (; count - done >= size; done += size) {
      for (std::size_t row = 0; row < size; ++row) {
        bind(insert, 1 + static_cast<int>(row) * columns, done + row);
      }
      CE_CHECK(run(insert));
    }
  }
  return {};
}

}  // namespace

Result<void> insert_rows(Database& database, std::string_view head, int columns, std::size_t count,
                         BindRow const& bind, std::string_view tail) {
  return in_statements(database, head, columns, count, bind, tail,
                       [](Statement& insert) { return insert.run_later(); });
}

Result<void> insert_rows_returning(Database& database, std::string_view head, int columns, std::size_t count,
                                   BindRow const& bind, std::string_view tail,
                                   std::function<Result<void>(Statement const&)> const& read) {
  return in_statements(database, head, columns, count, bind, tail, [&](Statement& insert) -> Result<void> {
    insert.ask();
    for (;;) {
      CE_TRY(bool const row, insert.step());
      if (!row) return {};  // to its end: a statement with rows to give holds a commit up
      CE_CHECK(read(insert));
    }
  });
}

}  // namespace ce::storage
