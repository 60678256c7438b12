#include "central/registration/grid.h"

#include <algorithm>

namespace ce::registration {

Result<void> add_row(Grid& grid, GridRow row) {
  bool const blank =
      std::all_of(row.cells.begin(), row.cells.end(), [](Cell const& cell) { return cell.text.empty(); });
  if (blank) return {};
  if (grid.rows.size() > most_rows) {
    return refused_file("超过 " + std::to_string(most_rows) + " 行，请分成几个文件");
  }
  grid.rows.push_back(std::move(row));
  return {};
}

Failure refused_file(std::string_view why) {
  return {FailureCode::file_refused, std::string{why}};
}

Failure file_too_large() {
  return refused_file("文件超过 20 MB，请分成几个文件");
}

Failure cell_too_long(int row) {
  return refused_file("第 " + std::to_string(row) + " 行有一格内容过长");
}

Failure too_many_columns(int row) {
  return refused_file("第 " + std::to_string(row) + " 行超过 " + std::to_string(most_columns) + " 列");
}

Failure damaged_book() {
  return refused_file("XLSX 文件已损坏，请用表格软件打开并另存后重新上传");
}

}  // namespace ce::registration
