#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/result.h"

namespace ce::registration {

// What a registration file may hold at most; more is refused before it costs memory.
inline constexpr std::size_t most_file_bytes = 20U << 20U;
inline constexpr std::size_t most_rows = 20'000;
inline constexpr std::size_t most_columns = 64;
inline constexpr std::size_t most_cell_bytes = 4096;

enum class CellKind : std::uint8_t {
  text,
  number,  // as the spreadsheet keeps it: a date is a count of days, a long number has lost its last digits
  error,   // "#N/A" and the like
};

struct Cell {
  std::string text;
  CellKind kind = CellKind::text;
};

/// One row that holds something; `number` is what the spreadsheet shows at its left, or the line in a CSV.
struct GridRow {
  int number = 0;
  std::vector<Cell> cells;
};

/// What is written in a table file, whatever its format.
struct Grid {
  std::vector<GridRow> rows;
  bool from_1904 = false;  // days are counted from 1904-01-01 instead of 1899-12-30
};

/// Adds a row unless it is blank. Fails with file_refused beyond `most_rows` and the headings.
[[nodiscard]] Result<void> add_row(Grid& grid, GridRow row);

/// file_refused with these Chinese words.
[[nodiscard]] Failure refused_file(std::string_view why);

// What every format may be refused for.
[[nodiscard]] Failure file_too_large();
[[nodiscard]] Failure cell_too_long(int row);
[[nodiscard]] Failure too_many_columns(int row);
[[nodiscard]] Failure damaged_book();

}  // namespace ce::registration
