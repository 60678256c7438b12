#include <algorithm>

#include "central/registration/import.h"
#include "central/store/digest.h"

namespace ce::registration {

std::size_t ImportReport::count(RowFate fate) const {
  return static_cast<std::size_t>(
      std::count_if(rows.begin(), rows.end(), [fate](auto const& row) { return row.fate == fate; }));
}

ImportReport report_of(std::string_view bytes, std::vector<GridRow> rows) {
  ImportReport report;
  report.file_hash = store::sha256_hex(bytes);
  report.headings = std::move(rows.front());
  report.cells.assign(std::make_move_iterator(rows.begin() + 1), std::make_move_iterator(rows.end()));
  return report;
}

}  // namespace ce::registration
