#include "central/roster/people_columns.h"

#include <algorithm>

#include "central/registration/plain_form.h"

namespace ce::roster {
namespace {

constexpr std::string_view whole_province = "广东省";

registration::Cell const* cell_of(registration::GridRow const& row, PersonLayout const& layout,
                                  PersonColumn column) {
  auto const at = layout.at(static_cast<std::size_t>(column));
  return at < 0 || at >= static_cast<int>(row.cells.size()) ? nullptr
                                                            : &row.cells[static_cast<std::size_t>(at)];
}

// A code, or a name as regions are called, with or without the province before it.
std::string region_code(certificate::Regions const& regions, std::string const& typed) {
  if (regions.find(typed) != nullptr) return typed;
  for (auto const& region : regions.all()) {
    std::string_view name = typed;
    auto const full = regions.full_name(region.code);
    if (name == full || std::string{whole_province}.append(name) == full) return region.code;
  }
  return typed;
}

int column_headed(std::string const& heading) {
  auto plain = registration::plain_form(heading);
  if (auto const bracket = plain.find('('); bracket != std::string::npos) plain.resize(bracket);
  while (!plain.empty() && (plain.back() == '*' || plain.back() == ' ')) plain.pop_back();
  if (plain == "身份证号" || plain == "身份证号码") plain = "证件号码";
  if (plain == "行业") plain = "所属行业";
  if (plain == "地区" || plain == "地区代码") plain = "所属地区";
  auto const at = std::find_if(person_columns.begin(), person_columns.end(),
                               [&](PersonColumnRow const& row) { return row.heading == plain; });
  return at == person_columns.end() ? -1 : static_cast<int>(at - person_columns.begin());
}

}  // namespace

Result<PersonLayout> person_layout(registration::GridRow const& headings) {
  PersonLayout layout;
  layout.fill(-1);
  for (std::size_t i = 0; i < headings.cells.size(); ++i) {
    auto const& text = headings.cells[i].text;
    if (registration::plain_form(text).empty()) continue;
    int const column = column_headed(text);
    if (column < 0)
      return registration::refused_file("第一行的“" + text + "”不是本表的列，请使用人员建档模板");
    auto& place = layout.at(static_cast<std::size_t>(column));
    if (place >= 0) return registration::refused_file("第一行的“" + text + "”有两列，请删去一列");
    place = static_cast<int>(i);
  }
  for (std::size_t i = 0; i < person_columns.size(); ++i) {
    auto const& row = person_columns.at(i);
    if (row.required && layout.at(i) < 0)
      return registration::refused_file("第一行缺少“" + std::string{row.heading} + "”，请使用人员建档模板");
  }
  return layout;
}

PersonEntry person_entry(registration::GridRow const& row, PersonLayout const& layout,
                         certificate::Regions const& regions, std::vector<Fault>& faults) {
  auto const text = [&](PersonColumn column) {
    auto const* const cell = cell_of(row, layout, column);
    return cell == nullptr ? std::string{} : registration::plain_form(cell->text);
  };
  auto const* const number = cell_of(row, layout, PersonColumn::id_number);
  if (number != nullptr && number->kind == registration::CellKind::number) {
    faults.push_back({"证件号码", "单元格是数字格式，后几位已经丢失", "请把该列设为文本格式后重新填写"});
  }
  return {SecretText{text(PersonColumn::id_number)},
          SecretText{text(PersonColumn::name)},
          region_code(regions, text(PersonColumn::region)),
          text(PersonColumn::employer),
          text(PersonColumn::agency),
          text(PersonColumn::industry)};
}

}  // namespace ce::roster
