#include "central/admin/table.h"

#include <algorithm>
#include <ostream>
#include <string_view>

#include "shared/base/csv_cell.h"
#include "shared/base/text.h"

namespace ce::admin {
namespace {

/// East Asian wide characters and those of the supplementary ideographic planes.
bool is_wide(char32_t c) {
  return (c >= 0x1100 && c <= 0x115F) || (c >= 0x2E80 && c <= 0xA4CF) || (c >= 0xAC00 && c <= 0xD7A3) ||
         (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFE30 && c <= 0xFE6F) || (c >= 0xFF00 && c <= 0xFF60) ||
         (c >= 0xFFE0 && c <= 0xFFE6) || (c >= 0x1F300 && c <= 0x1F64F) || (c >= 0x20000 && c <= 0x3FFFD);
}

std::size_t cells(std::string_view text) {
  auto const points = decode_utf8(text);
  if (!points) return text.size();
  return points->size() + static_cast<std::size_t>(std::count_if(points->begin(), points->end(), is_wide));
}

void print_line(std::ostream& out, std::vector<std::string> const& row,
                std::vector<std::size_t> const& widths) {
  for (std::size_t i = 0; i < row.size(); ++i) {
    out << row[i];
    if (i + 1 < row.size()) out << std::string(widths[i] - cells(row[i]) + 2, ' ');
  }
  out << '\n';
}

}  // namespace

void print_aligned(std::ostream& out, Table const& table) {
  std::vector<std::size_t> widths(table.headings.size());
  auto const widen = [&](std::vector<std::string> const& row) {
    for (std::size_t i = 0; i < widths.size(); ++i) widths[i] = std::max(widths[i], cells(row[i]));
  };
  widen(table.headings);
  for (auto const& row : table.rows) widen(row);
  print_line(out, table.headings, widths);
  for (auto const& row : table.rows) print_line(out, row, widths);
}

void print_csv_row(std::ostream& out, std::vector<std::string> const& row) {
  for (std::size_t i = 0; i < row.size(); ++i) out << (i == 0 ? "" : ",") << csv_cell(row[i]);
  out << '\n';
}

void print_csv(std::ostream& out, Table const& table) {
  print_csv_row(out, table.headings);
  for (auto const& row : table.rows) print_csv_row(out, row);
}

}  // namespace ce::admin
