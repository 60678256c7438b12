#include "shared/base/csv_cell.h"

namespace ce {

std::string csv_cell(std::string_view text) {
  std::string cell{text};
  if (!cell.empty() && std::string_view{"=+-@\t\r"}.find(cell.front()) != std::string_view::npos) {
    cell.insert(0, 1, '\'');
  }
  // Who reads it may take a semicolon or a tab for the separator.
  if (cell.find_first_of(",;\t\"\r\n") == std::string::npos) return cell;
  std::string quoted = "\"";
  for (char const c : cell) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + '"';
}

}  // namespace ce
