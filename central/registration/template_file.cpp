#include <xlsxwriter.h>

#include <array>

#include "central/registration/book_file.h"
#include "central/registration/columns.h"
#include "central/registration/report_file.h"
#include "shared/credit/words.h"

namespace ce::registration {
namespace {

constexpr lxw_row_t last_row = 5000;

template <class E>
std::vector<std::string> choices(int count) {
  std::vector<std::string> list;
  list.reserve(static_cast<std::size_t>(count));
  for (int i = 0; i < count; ++i) list.emplace_back(credit::words_for(static_cast<E>(i)));
  return list;
}

std::vector<std::string> choices_of(Column column) {
  switch (column) {
    case Column::subject:
      return choices<credit::Subject>(3);
    case Column::activity:
      return choices<credit::Activity>(10);
    case Column::assessment:
      return choices<credit::Assessment>(4);
    case Column::achievement:
      return choices<credit::AchievementKind>(5);
    case Column::author:
      return choices<credit::AuthorRole>(2);
    case Column::mandatory:
    case Column::within_schooling:
      return {"是", "否"};
    default:
      return {};
  }
}

void offer_choices(lxw_worksheet* sheet, lxw_col_t at, std::vector<std::string> const& list) {
  if (list.empty()) return;
  std::vector<char const*> texts;
  texts.reserve(list.size() + 1);
  for (auto const& text : list) texts.push_back(text.c_str());
  texts.push_back(nullptr);
  lxw_data_validation rule{};
  rule.validate = LXW_VALIDATION_TYPE_LIST;
  rule.value_list = const_cast<char**>(texts.data());  // read only, says its documentation
  worksheet_data_validation_range(sheet, 1, at, last_row, at, &rule);
}

void add_hints(lxw_workbook* book, std::vector<TemplateColumn> const& columns) {
  auto* const sheet = workbook_add_worksheet(book, "填写说明");
  worksheet_set_column(sheet, 0, 0, 14, nullptr);
  worksheet_set_column(sheet, 1, 1, 8, nullptr);
  worksheet_set_column(sheet, 2, 2, 90, nullptr);
  lxw_row_t row = 0;
  for (auto const& column : columns) {
    worksheet_write_string(sheet, row, 0, std::string{column.heading}.c_str(), nullptr);
    worksheet_write_string(sheet, row, 1, column.required ? "必有" : "", nullptr);
    worksheet_write_string(sheet, row, 2, std::string{column.hint}.c_str(), nullptr);
    ++row;
  }
}

}  // namespace

Result<void> write_template_of(std::filesystem::path const& file, char const* title,
                               std::vector<TemplateColumn> const& columns) {
  return write_book(file, [&](lxw_workbook* book) {
    auto* const sheet = workbook_add_worksheet(book, title);
    auto* const heading = heading_format(book);
    auto* const text = workbook_add_format(book);
    format_set_num_format(text, "@");
    lxw_col_t at = 0;
    for (auto const& column : columns) {
      worksheet_set_column(sheet, at, at, column.wide ? 36 : 14, text);
      worksheet_write_string(sheet, 0, at, std::string{column.heading}.c_str(), heading);
      offer_choices(sheet, at, column.choices);
      ++at;
    }
    worksheet_freeze_panes(sheet, 1, 0);
    add_hints(book, columns);
  });
}

Result<void> write_template(std::filesystem::path const& file) {
  std::vector<TemplateColumn> list;
  for (auto const& row : columns()) {
    list.push_back(
        {row.heading, row.hint, row.required, row.column == Column::content, choices_of(row.column)});
  }
  return write_template_of(file, "学习登记", list);
}

}  // namespace ce::registration
