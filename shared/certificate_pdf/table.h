#pragma once

#include <string>
#include <vector>

#include "shared/base/date.h"
#include "shared/base/result.h"
#include "shared/certificate_pdf/document.h"
#include "shared/certificate_pdf/fonts.h"
#include "shared/certificate_pdf/pen.h"

namespace ce::certificate_pdf {

struct TableColumn {
  std::string heading;
  double width = 1;  // a share of the page
  bool right = false;
};

struct TableHead {
  std::string title;     // on every page
  std::string subtitle;  // what the rows are of
  std::string author;
  Date created;
  std::vector<TableColumn> columns;
};

/// A list as a PDF file for printing and filing: A4 landscape, title and column headings on every page, "第 x
/// 页， 共 y 页", every Han character of GB 18030 in embedded fonts. A text that is too wide is set narrower,
/// then on two lines; a character that no font draws becomes □. One document, one thread. A page takes some 5
/// KB while it is kept, so a hundred thousand rows fit into tens of megabytes. Borrows `fonts`.
class Table {
 public:
  /// Fails with sheet_not_rendered. At least one column.
  static Result<Table> make(TableHead head, Fonts const& fonts);

  /// A cell for each column, UTF-8.
  void add_row(std::vector<std::string> const& cells);
  /// The file's bytes. Fails with sheet_not_rendered.
  [[nodiscard]] Result<std::string> finish();

 private:
  Table(TableHead head, Fonts const& fonts, Document document);
  void begin_page();
  void end_page();
  void set_cell(std::string_view text, std::size_t column, double top, double size);
  void set_line(std::u32string_view text, Point baseline, double size, double most_width, bool right);
  [[nodiscard]] std::u32string drawable(std::string_view text) const;

  TableHead head_;
  Fonts const* fonts_;
  Document document_;
  TypeCase letters_;
  Pen page_;
  std::vector<double> edges_;       // of columns, from the left of the sheet
  std::vector<std::string> pages_;  // deflated
  int rows_on_page_ = 0;
};

}  // namespace ce::certificate_pdf
