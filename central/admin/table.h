#pragma once

#include <iosfwd>
#include <string>
#include <vector>

namespace ce::admin {

/// Rows under headings.
struct Table {
  std::vector<std::string> headings;
  std::vector<std::vector<std::string>> rows;
};

/// Columns aligned for a terminal, where Chinese characters are two cells wide.
void print_aligned(std::ostream& out, Table const& table);

/// CSV (RFC 4180, LF). A cell that a spreadsheet would take for a formula gets a leading apostrophe.
void print_csv(std::ostream& out, Table const& table);
/// One more row of it, for lists that do not fit into memory.
void print_csv_row(std::ostream& out, std::vector<std::string> const& row);

}  // namespace ce::admin
