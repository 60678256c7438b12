#include <xlsxwriter.h>

#include "central/registers/cells.h"
#include "central/registers/register_file.h"
#include "central/registration/book_file.h"

namespace ce::registers {
namespace {

/// A sheet that is written row after row; libxlsxwriter keeps the last one only.
class Sheet {
 public:
  Sheet(lxw_workbook* book, char const* title, std::span<Column const> columns)
      : sheet_(workbook_add_worksheet(book, title)) {
    auto* const heading = registration::heading_format(book);
    std::vector<std::string> words;
    for (std::size_t i = 0; i < columns.size(); ++i) {
      auto const at = static_cast<lxw_col_t>(i);
      worksheet_set_column(sheet_, at, at, columns[i].width, nullptr);
      words.emplace_back(columns[i].heading);
    }
    worksheet_freeze_panes(sheet_, 1, 0);
    add(words, heading);
  }

  void add(std::vector<std::string> const& cells, lxw_format* format = nullptr) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (cells[i].empty()) continue;
      worksheet_write_string(sheet_, row_, static_cast<lxw_col_t>(i), cells[i].c_str(), format);
    }
    ++row_;
  }
  [[nodiscard]] std::int64_t lines() const { return static_cast<std::int64_t>(row_) - 1; }

 private:
  lxw_worksheet* sheet_;
  lxw_row_t row_ = 0;
};

}  // namespace

Result<void> write_xlsx(store::Store const& store, Filter const& filter, FileOptions const& options,
                        std::filesystem::path const& file) {
  return registration::write_long_book(file, [&](lxw_workbook* book) -> Result<void> {
    Sheet sheet{book, "发放名册", columns()};
    return for_each_line(store, filter, [&](Line const& line) -> Result<void> {
      if (sheet.lines() == most_xlsx_lines) {
        return Failure{FailureCode::input_invalid, "名册超过 1000000 行，请按地区、年度或日期缩小范围"};
      }
      sheet.add(cells_of(line, options.names));
      bool const told = options.progress && sheet.lines() % most_lines == 0;
      return told && !options.progress(sheet.lines()) ? ended_early() : Result<void>{};
    });
  });
}

Result<void> write_xlsx(std::span<RollUp const> lines, std::filesystem::path const& file) {
  return registration::write_long_book(file, [&](lxw_workbook* book) -> Result<void> {
    Sheet sheet{book, "发放汇总", roll_up_columns()};
    for (auto const& line : lines) sheet.add(cells_of(line));
    return {};
  });
}

}  // namespace ce::registers
