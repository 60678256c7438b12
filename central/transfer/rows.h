#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "central/transfer/catalogue.h"

/// Rows as lines of COPY's text format. Private to this room.
namespace ce::transfer {

struct Digest {
  std::int64_t rows = 0;
  std::string sha256;  // of all lines

  bool operator==(Digest const&) const = default;
};

/// Reads a table in the order of its key and gives each row as a line with its end; those alone of which the
/// SQL `where` is true, if any is given.
[[nodiscard]] Result<Digest> read_rows(
    storage::Database& database, Table const& table,
    std::function<Result<void>(std::string_view line, std::int64_t row)> const& take,
    std::string_view where = {});

/// The fields of a line without its end; nothing for NULL. Fails with storage_corrupt.
[[nodiscard]] Result<std::vector<std::optional<std::string>>> fields_of(std::string_view line,
                                                                        Table const& table);

/// Binds the fields of a line to $1, $2 ...
[[nodiscard]] Result<void> bind_line(storage::Statement& insert, std::string_view line, Table const& table);

}  // namespace ce::transfer
