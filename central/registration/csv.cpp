#include "central/registration/csv.h"

#include <algorithm>
#include <array>
#include <optional>

#include "central/registration/encoding.h"
#include "shared/base/csv_cell.h"

namespace ce::registration {
namespace {

/// What stands most often in the first row, outside quotes: a quoted heading may hold anything.
char separator_of(std::string_view text) {
  constexpr std::string_view separators = ",;\t";
  std::array<int, separators.size()> counts{};
  bool quoted = false;
  bool opens =
      true;  // a quote, if one comes: at a cell's beginning, and behind one that closed ("" is one within)
  for (char const c : text) {
    if (c == '"' && (quoted || opens)) {
      opens = quoted;
      quoted = !quoted;
      continue;
    }
    opens = false;
    if (quoted) continue;
    if (c == '\n') break;
    if (auto const which = separators.find(c); which != std::string_view::npos) {
      ++counts[which];
      opens = true;
    }
  }
  // The first of equals: a comma.
  return separators[static_cast<std::size_t>(std::max_element(counts.begin(), counts.end()) -
                                             counts.begin())];
}

/// Reads one character after another; knows what row it is in.
class CsvReader {
 public:
  explicit CsvReader(char separator) : separator_(separator) {}

  Result<Grid> read(std::string_view text) {
    for (std::size_t i = 0; i < text.size() && !fault_; ++i) take(text[i]);
    if (quoted_ && !fault_) {
      fail(refused_file("第 " + std::to_string(row_.number) + " 行起有一处引号没有配对，请检查该行的双引号"));
    }
    if (!fault_) end_row();
    if (fault_) return *std::move(fault_);
    return std::move(grid_);
  }

 private:
  void take(char c) {
    if (c == '\n') ++line_;
    if (quoted_) {
      take_quoted(c);
    } else if (c == '"' && after_quote_) {
      cell_ += '"';  // "" within quotes stands for one
      quoted_ = true;
      after_quote_ = false;
    } else if (c == '"' && cell_.empty()) {
      quoted_ = true;
    } else if (c == separator_) {
      end_cell();
    } else if (c == '\n') {
      end_row();
    } else if (c != '\r') {
      add(c);
    }
  }
  void take_quoted(char c) {
    if (c == '"') {
      quoted_ = false;
      after_quote_ = true;
    } else {
      add(c);
    }
  }
  void add(char c) {
    cell_ += c;
    if (cell_.size() > most_cell_bytes) fail(cell_too_long(row_.number));
  }
  void end_cell() {
    if (row_.cells.size() >= most_columns) {
      fail(too_many_columns(row_.number));
      return;
    }
    row_.cells.push_back({std::move(cell_), CellKind::text});
    cell_.clear();
    after_quote_ = false;
  }
  void end_row() {
    end_cell();
    if (auto const added = add_row(grid_, std::move(row_)); !added) fail(added.failure());
    row_ = {line_, {}};
  }
  void fail(Failure failure) {
    if (!fault_) fault_ = std::move(failure);
  }

  char separator_;
  Grid grid_;
  GridRow row_{1, {}};
  std::string cell_;
  bool quoted_ = false;
  bool after_quote_ = false;
  int line_ = 1;
  std::optional<Failure> fault_;
};

}  // namespace

Result<Grid> read_csv(std::string_view bytes) {
  if (bytes.size() > most_file_bytes) return file_too_large();
  CE_TRY(auto const text, to_utf8(bytes));
  return CsvReader{separator_of(text)}.read(text);
}

std::string csv_text(std::vector<std::vector<std::string>> const& rows) {
  std::string text = "\xEF\xBB\xBF";
  for (auto const& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) text += (i == 0 ? "" : ",") + csv_cell(row[i]);
    text += "\r\n";
  }
  return text;
}

}  // namespace ce::registration
