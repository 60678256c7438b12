#include "central/registration/report_file.h"

#include <array>

#include "central/registration/columns.h"
#include "central/registration/csv.h"
#include "central/registration/plain_form.h"
#include "central/registration/sheet_writer.h"
#include "shared/base/durable_file.h"
#include "shared/identity/mask.h"

namespace ce::registration {
namespace {

std::string joined(std::vector<std::string> const& sentences) {
  std::string text;
  for (auto const& one : sentences) text += (text.empty() ? "" : "；") + one;
  return text;
}

std::string advice_for(RowResult const& row) {
  if (row.fate == RowFate::withheld) return "此行无误；因其他行有错，整个文件未登记";
  if (row.fate == RowFate::repeated) return "这一文件的这一行此前已经登记，没有重复登记";
  auto text = sentence(row.faults);
  auto const warning = joined(row.warnings);
  if (!text.empty() && !warning.empty()) text += "；";
  return text + warning;
}

}  // namespace

std::string_view words_for(RowFate fate) {
  constexpr auto words = std::to_array<std::string_view>({"已登记", "此前已登记", "未登记", "暂未登记"});
  return words.at(static_cast<std::size_t>(fate));
}

std::vector<std::vector<std::string>> report_table(ImportReport const& report) {
  std::vector<std::vector<std::string>> table;
  auto& headings = table.emplace_back(std::vector<std::string>{"行号", "结果", "说明"});
  std::vector<bool> secret;
  for (auto const& cell : report.headings.cells) {
    headings.push_back(cell.text);
    secret.push_back(column_headed(cell.text) == Column::id_number);
  }
  for (std::size_t i = 0; i < report.rows.size(); ++i) {
    auto const& row = report.rows[i];
    auto& line = table.emplace_back();
    line = {std::to_string(row.row), std::string{words_for(row.fate)}, advice_for(row)};
    auto const& cells = report.cells[i].cells;
    for (std::size_t k = 0; k < cells.size(); ++k) {
      bool const masked = k < secret.size() && secret[k];
      line.push_back(masked ? identity::mask_id_number(plain_form(cells[k].text)) : cells[k].text);
    }
  }
  return table;
}

Result<void> write_report(std::filesystem::path const& file, ImportReport const& report) {
  auto const table = report_table(report);
  if (file.extension() == ".csv") return write_durably(file, csv_text(table), MissingDirectory::make);
  if (file.extension() != ".xlsx") return refused_file("报告文件名应以 .xlsx 或 .csv 结尾");
  return write_sheet(file, "登记结果", table, 3);
}

}  // namespace ce::registration
