#include "shared/certificate_pdf/table.h"

#include <algorithm>
#include <utility>

#include "shared/base/text.h"
#include "shared/certificate_pdf/palette.h"

namespace ce::certificate_pdf {
namespace {

constexpr int font = 1;
constexpr double sheet_width = 297;
constexpr double sheet_height = 210;
constexpr double margin = 12;
constexpr double title_size = 5.2;
constexpr double small_size = 3;
constexpr double text_size = 2.9;
constexpr double two_lines_size = 2.2;
constexpr double row_height = 6;
constexpr double padding = 1;
constexpr double table_top = sheet_height - margin - 14;
constexpr double narrowest = 0.72;  // a text condensed further is hard to read
constexpr int rows_per_page = 27;   // below the headings
constexpr double embolden = 0.03;

constexpr Colour rule{700, 720, 740};
constexpr Colour heading_ground{914, 937, 961};
constexpr Colour grey{380, 400, 420};

bool is_control(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0);
}

}  // namespace

Result<Table> Table::make(TableHead head, Fonts const& fonts) {
  CE_TRY(auto document, Document::make({{head.title, head.author, head.created}, sheet_width, sheet_height}));
  return Table{std::move(head), fonts, std::move(document)};
}

Table::Table(TableHead head, Fonts const& fonts, Document document)
    : head_(std::move(head)),
      fonts_(&fonts),
      document_(std::move(document)),
      letters_(fonts.faces(), Style::song) {
  double whole = 0;
  for (auto const& column : head_.columns) whole += column.width;
  double at = margin;
  edges_.push_back(at);
  for (auto const& column : head_.columns) {
    at += column.width / whole * (sheet_width - 2 * margin);
    edges_.push_back(at);
  }
}

std::u32string Table::drawable(std::string_view text) const {
  constexpr char32_t stand_in = U'□';
  auto characters = decode_utf8(text).value_or(std::u32string{stand_in});
  for (char32_t& c : characters) {
    if (is_control(c)) c = U' ';
    if (fonts_->faces().find(Style::song, c) == nullptr) c = stand_in;
  }
  return characters;
}

void Table::set_line(std::u32string_view text, Point baseline, double size, double most_width, bool right) {
  auto const line = letters_.set(text, size);
  double const natural = line.width_em * size;
  double const condense = natural > most_width ? most_width / natural : 1;
  if (right) baseline.x += most_width - natural * condense;
  page_.text(line, baseline, {font, size, condense, embolden, 0});
}

void Table::set_cell(std::string_view text, std::size_t column, double top, double size) {
  auto const characters = drawable(text);
  if (characters.empty()) return;
  double const left = edges_[column] + padding;
  double const width = edges_[column + 1] - edges_[column] - 2 * padding;
  bool const right = head_.columns[column].right;
  double const natural = letters_.set(characters, size).width_em * size;
  double const baseline = top - row_height / 2 - size * 0.36;
  if (natural * narrowest <= width) {
    set_line(characters, {left, baseline}, size, width, right);
    return;
  }
  std::u32string_view const whole{characters};
  auto const half = (whole.size() + 1) / 2;
  double const middle = top - row_height / 2;
  set_line(whole.substr(0, half), {left, middle + two_lines_size * 0.22}, two_lines_size, width, right);
  set_line(whole.substr(half), {left, middle - two_lines_size * 0.98}, two_lines_size, width, right);
}

void Table::begin_page() {
  page_ = Pen{};
  double const right = sheet_width - margin;
  page_.fill_colour(palette::ink);
  page_.stroke_colour(palette::ink);
  set_line(drawable(head_.title), {margin, sheet_height - margin - title_size}, title_size, right - margin,
           false);
  page_.fill_colour(grey);
  page_.stroke_colour(grey);
  set_line(drawable(head_.subtitle), {margin, table_top + 2.2}, small_size, right - margin, false);
  page_.fill_colour(heading_ground);
  page_.rectangle({margin, table_top - row_height}, right - margin, row_height);
  page_.paint(Paint::fill);
  page_.fill_colour(palette::ink);
  page_.stroke_colour(palette::ink);
  for (std::size_t i = 0; i < head_.columns.size(); ++i) {
    set_cell(head_.columns[i].heading, i, table_top, text_size);
  }
  rows_on_page_ = 0;
}

void Table::add_row(std::vector<std::string> const& cells) {
  if (rows_on_page_ == rows_per_page) end_page();
  if (rows_on_page_ == 0) begin_page();
  double const top = table_top - row_height * (rows_on_page_ + 1);
  for (std::size_t i = 0; i < std::min(cells.size(), head_.columns.size()); ++i) {
    set_cell(cells[i], i, top, text_size);
  }
  ++rows_on_page_;
}

void Table::end_page() {
  double const bottom = table_top - row_height * (rows_on_page_ + 1);
  page_.stroke_colour(rule);
  page_.line_width(0.12);
  for (int row = 0; row <= rows_on_page_ + 1; ++row) {
    page_.move({margin, table_top - row_height * row});
    page_.line({sheet_width - margin, table_top - row_height * row});
  }
  for (double const edge : edges_) {
    page_.move({edge, table_top});
    page_.line({edge, bottom});
  }
  page_.paint(Paint::stroke);
  pages_.push_back(deflated(page_.operators()));
  rows_on_page_ = 0;
}

Result<std::string> Table::finish() {
  if (pages_.empty() && rows_on_page_ == 0) begin_page();
  if (rows_on_page_ > 0 || pages_.empty()) end_page();
  for (std::size_t i = 0; i < pages_.size(); ++i) {
    page_ = Pen{};
    page_.fill_colour(grey);
    page_.stroke_colour(grey);
    auto const words = "第 " + std::to_string(i + 1) + " 页，共 " + std::to_string(pages_.size()) + " 页";
    set_line(drawable(words), {margin, margin - 4}, small_size, sheet_width - 2 * margin, true);
    CE_CHECK(document_.add_deflated_page(pages_[i], deflated(page_.operators())));
    pages_[i] = {};
  }
  CE_CHECK(document_.add_font(font, letters_, "CECERT+RegisterSong"));
  return document_.save();
}

}  // namespace ce::certificate_pdf
