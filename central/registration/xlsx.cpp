#include "central/registration/xlsx.h"

#include <charconv>
#include <optional>

#include "central/registration/xlsx_book.h"
#include "central/registration/xml.h"

namespace ce::registration {
namespace {

/// "AB12" is column 27, counted from 0.
std::optional<std::size_t> column_in(std::string_view reference) {
  std::size_t column = 0;
  std::size_t letters = 0;
  for (char const c : reference) {
    if (c < 'A' || c > 'Z' || ++letters > 3) break;
    column = column * 26 + static_cast<std::size_t>(c - 'A' + 1);
  }
  return letters == 0 || letters > 3 ? std::nullopt : std::optional{column - 1};
}

template <class Int>
std::optional<Int> whole(std::string_view text) {
  Int value{};
  auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc{} && end == text.data() + text.size() ? std::optional{value} : std::nullopt;
}

/// Takes the events of a sheet.
class SheetReader {
 public:
  SheetReader(Grid& grid, std::vector<std::string> const& strings) : grid_(grid), strings_(strings) {}

  void open(std::string_view name, Attributes const& attributes) {
    if (name == "row") begin_row(attributes);
    if (name == "c") begin_cell(attributes);
    if (name == "v" || name == "t") in_value_ = in_cell_ && phonetic_ == 0;
    if (name == "rPh") ++phonetic_;
  }
  void text(std::string_view piece) {
    if (!in_value_) return;
    value_ += piece;
    if (value_.size() > most_cell_bytes) fail(cell_too_long(row_.number));
  }
  void close(std::string_view name) {
    if (name == "v" || name == "t") in_value_ = false;
    if (name == "rPh") --phonetic_;
    if (name == "c") end_cell();
    if (name == "row") end_row();
  }
  [[nodiscard]] Result<void> check() const { return fault_ ? Result<void>{*fault_} : Result<void>{}; }

 private:
  void begin_row(Attributes const& attributes) {
    row_ = {whole<int>(attributes.get("r")).value_or(row_.number + 1), {}};
  }
  void begin_cell(Attributes const& attributes) {
    column_ = column_in(attributes.get("r")).value_or(row_.cells.size());
    type_ = attributes.get("t");
    value_.clear();
    in_cell_ = true;
  }
  void end_cell() {
    in_cell_ = false;
    if (value_.empty()) return;
    if (column_ >= most_columns) {
      fail(too_many_columns(row_.number));
      return;
    }
    if (row_.cells.size() <= column_) row_.cells.resize(column_ + 1);
    row_.cells[column_] = cell();
  }
  [[nodiscard]] Cell cell() {
    if (type_ == "s") {
      auto const place = whole<std::size_t>(value_);
      if (place && *place < strings_.size()) return {strings_[*place], CellKind::text};
      fail(damaged_book());
      return {};
    }
    if (type_ == "e") return {value_, CellKind::error};
    if (type_ == "b") return {value_ == "1" ? "是" : "否", CellKind::text};
    bool const text = type_ == "str" || type_ == "inlineStr" || type_ == "d";
    return {value_, text ? CellKind::text : CellKind::number};
  }
  void end_row() {
    if (auto const added = add_row(grid_, row_); !added) fail(added.failure());
    row_.cells.clear();
  }
  void fail(Failure failure) {
    if (!fault_) fault_ = std::move(failure);
  }

  Grid& grid_;
  std::vector<std::string> const& strings_;
  GridRow row_;
  std::size_t column_ = 0;
  std::string type_;
  std::string value_;
  bool in_cell_ = false;
  bool in_value_ = false;
  int phonetic_ = 0;
  std::optional<Failure> fault_;
};

}  // namespace

Result<Grid> read_xlsx(std::string_view bytes) {
  if (bytes.size() > most_file_bytes) return file_too_large();
  CE_TRY(auto package, Package::open(bytes));
  CE_TRY(auto const book, read_book(package));
  CE_TRY(auto const strings, read_shared_strings(package, book.shared_strings));
  Grid grid;
  grid.from_1904 = book.from_1904;
  SheetReader sheet{grid, strings};
  XmlTaker taker;
  taker.open = [&](std::string_view name, Attributes const& attributes) { sheet.open(name, attributes); };
  taker.text = [&](std::string_view text) { sheet.text(text); };
  taker.close = [&](std::string_view name) { sheet.close(name); };
  taker.check = [&] { return sheet.check(); };
  CE_CHECK(read_xml(package, book.sheet, taker));
  return grid;
}

}  // namespace ce::registration
