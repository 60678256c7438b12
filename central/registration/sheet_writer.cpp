#include "central/registration/sheet_writer.h"

#include <xlsxwriter.h>

#include "central/registration/book_file.h"

namespace ce::registration {
namespace {

constexpr double broad = 24;
constexpr double usual = 14;

}  // namespace

Result<void> write_sheet(std::filesystem::path const& file, char const* title,
                         std::vector<std::vector<std::string>> const& rows, std::size_t wide) {
  return write_book(file, [&](lxw_workbook* book) {
    auto* const sheet = workbook_add_worksheet(book, title);
    auto* const heading = heading_format(book);
    auto const columns = rows.empty() ? std::size_t{0} : rows.front().size();
    for (std::size_t c = 0; c < columns; ++c) {
      auto const at = static_cast<lxw_col_t>(c);
      worksheet_set_column(sheet, at, at, c < wide && c > 0 ? broad : usual, nullptr);
    }
    for (std::size_t r = 0; r < rows.size(); ++r) {
      for (std::size_t c = 0; c < rows[r].size(); ++c) {
        worksheet_write_string(sheet, static_cast<lxw_row_t>(r), static_cast<lxw_col_t>(c),
                               rows[r][c].c_str(), r == 0 ? heading : nullptr);
      }
    }
    worksheet_freeze_panes(sheet, 1, 0);
  });
}

}  // namespace ce::registration
