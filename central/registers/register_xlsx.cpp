#include <xlsxwriter.h>

#include <algorithm>

#include "central/registers/cells.h"
#include "central/registers/register_file.h"
#include "central/registration/book_file.h"

namespace ce::registers {
namespace {

constexpr std::uint8_t a4 = 9;  // as the file format numbers paper
constexpr double side_margin = 0.4;
constexpr double end_margin = 0.75;  // inches, as both
constexpr double line_height = 15;   // points

/// Lines that a text takes in a column of so many half characters; Chinese ones are whole.
int text_lines(std::string const& text, int width) {
  int taken = 0;
  for (auto const byte : text) {
    auto const unit = static_cast<unsigned char>(byte);
    bool const begins = (unit & 0xC0U) != 0x80U;
    if (begins) taken += unit < 0x80U ? 1 : 2;
  }
  return std::max(1, (taken + width - 1) / width);
}

/// A sheet that is written row after row; libxlsxwriter keeps the last one only. On paper it is A4 across, as
/// wide as the page, with title and headings on each.
class Sheet {
 public:
  Sheet(lxw_workbook* book, char const* name, std::span<Column const> columns, std::string const& title)
      : sheet_(workbook_add_worksheet(book, name)), columns_(columns) {
    auto const last = static_cast<lxw_col_t>(columns.size() - 1);
    auto* const heading = registration::heading_format(book);
    auto* const heading_right = registration::heading_format(book);
    for (auto** format : {&cell_, &count_, &last_cell_}) {
      *format = workbook_add_format(book);
      format_set_align(*format, LXW_ALIGN_VERTICAL_TOP);
    }
    for (auto* const format : {heading_right, count_}) {
      format_set_align(format, LXW_ALIGN_RIGHT);
      format_set_indent(format, 1);  // what stands next begins on the left
    }
    format_set_text_wrap(last_cell_);
    for (std::size_t i = 0; i < columns.size(); ++i) {
      auto const at = static_cast<lxw_col_t>(i);
      worksheet_set_column(sheet_, at, at, columns[i].width, nullptr);
      worksheet_write_string(sheet_, 0, at, std::string{columns[i].heading}.c_str(),
                             columns[i].right ? heading_right : heading);
    }
    worksheet_freeze_panes(sheet_, 1, 0);
    worksheet_set_landscape(sheet_);
    worksheet_set_paper(sheet_, a4);
    worksheet_set_margins(sheet_, side_margin, side_margin, end_margin, end_margin);
    worksheet_fit_to_pages(sheet_, 1, 0);
    worksheet_repeat_rows(sheet_, 0, 0);
    worksheet_set_header(sheet_, ("&C" + title).c_str());
    worksheet_set_footer(sheet_, "&C第 &P 页，共 &N 页");
    // Numbers of certificates are no numbers: no mark on each that they are kept as text.
    worksheet_ignore_errors(sheet_, LXW_IGNORE_NUMBER_STORED_AS_TEXT,
                            ("A1:" + std::string(1, static_cast<char>('A' + last)) + "1048576").c_str());
  }

  /// What stands on the right is a count, which a spreadsheet can add up; all else is text.
  void add(std::vector<std::string> const& cells) {
    ++row_;
    auto const lines = text_lines(cells.back(), columns_.back().width);
    if (lines > 1 && !columns_.back().right) worksheet_set_row(sheet_, row_, lines * line_height, nullptr);
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (cells[i].empty()) continue;
      auto const at = static_cast<lxw_col_t>(i);
      if (columns_[i].right) {
        worksheet_write_number(sheet_, row_, at, std::stod(cells[i]), count_);
      } else {
        worksheet_write_string(sheet_, row_, at, cells[i].c_str(),
                               i + 1 == columns_.size() ? last_cell_ : cell_);
      }
    }
  }
  [[nodiscard]] std::int64_t lines() const { return row_; }

  /// After the last line.
  void finish() { worksheet_autofilter(sheet_, 0, 0, row_, static_cast<lxw_col_t>(columns_.size() - 1)); }

 private:
  lxw_worksheet* sheet_;
  std::span<Column const> columns_;
  lxw_format* cell_ = nullptr;
  lxw_format* count_ = nullptr;
  lxw_format* last_cell_ = nullptr;
  lxw_row_t row_ = 0;
};

std::string page_title(std::string_view title, Filter const& filter, certificate::Regions const& regions,
                       Instant now) {
  return std::string{title} + "　" + words_for(filter, regions) + "；制表 " + china_minute_text(now);
}

}  // namespace

Result<void> write_xlsx(store::Store const& store, Filter const& filter, FileOptions const& options,
                        std::filesystem::path const& file) {
  auto const title = page_title("发放名册", filter, store.rules().regions, options.now);
  return registration::write_long_book(file, [&](lxw_workbook* book) -> Result<void> {
    Sheet sheet{book, "发放名册", columns(), title};
    CE_CHECK(for_each_line(store, filter, [&](Line const& line) -> Result<void> {
      if (sheet.lines() == most_xlsx_lines) {
        return Failure{FailureCode::input_invalid, "名册超过 1000000 行，请按地区、年度或日期缩小范围"};
      }
      sheet.add(cells_of(line, options.names));
      bool const told = options.progress && sheet.lines() % most_lines == 0;
      return told && !options.progress(sheet.lines()) ? ended_early() : Result<void>{};
    }));
    sheet.finish();
    return {};
  });
}

Result<void> write_xlsx(std::span<RollUp const> lines, Filter const& filter,
                        certificate::Regions const& regions, FileOptions const& options,
                        std::filesystem::path const& file) {
  auto const title = page_title("发放汇总", filter, regions, options.now);
  return registration::write_long_book(file, [&](lxw_workbook* book) -> Result<void> {
    Sheet sheet{book, "发放汇总", roll_up_columns(), title};
    for (auto const& line : lines) sheet.add(cells_of(line));
    sheet.finish();
    return {};
  });
}

}  // namespace ce::registers
