#include "central/registration/columns.h"

#include <array>
#include <string>

#include "central/registration/plain_form.h"

namespace ce::registration {
namespace {

constexpr auto table = std::to_array<ColumnRow>({
    {Column::id_number, "证件号码", "身份证号", true, "18 位居民身份证或居住证号码，单元格设为文本格式"},
    {Column::name, "姓名", "学员姓名", true, "与证件一致"},
    {Column::subject, "科目", "科目类别", true, "公需科目、专业科目或选修科目"},
    {Column::activity, "学习形式", "形式", true,
     "培训、上级主管部门研修班、学术报告、继续教育实践、学术会议、学术访问、远程教育、成果或在职学历教育"},
    {Column::content, "学习内容", "课程名称", true, "课程、会议或成果的名称，不超过 200 字"},
    {Column::institution, "施教机构", "主办单位", false, "施教机构或主办单位的全称"},
    {Column::start, "开始日期", "开始时间", false, "如 2026-03-01"},
    {Column::end, "结束日期", "结束时间", true, "如 2026-03-05，不能晚于今天"},
    {Column::hours, "学时", "学时数", false, "如 6 或 10.5；学时、天数、分钟数至少写一项"},
    {Column::days, "天数", "学习天数", false, "如 3 或 0.5"},
    {Column::hours_per_day, "每天学时", "", false, "写了天数才写"},
    {Column::minutes, "分钟数", "", false, "整数"},
    {Column::assessment, "考核结果", "结果", false, "合格、不合格、缺考或未考核"},
    {Column::mandatory, "是否必修", "必修", false, "专业科目指南规定的必修内容写“是”"},
    {Column::credit_year, "计入年度", "年度", false, "学习跨年度时必须写，如 2026"},
    {Column::achievement, "成果类别", "", false,
     "专利、专著、省级以上专业课题、省级以上刊物论文或其他认可的成果"},
    {Column::author, "作者身份", "", false, "主创人员或非主创人员"},
    {Column::within_schooling, "学制内完成", "", false, "在职学历教育写“是”或“否”"},
});

std::string bare(std::string_view heading) {
  std::string text = plain_form(heading);
  if (auto const bracket = text.find('('); bracket != std::string::npos) text.resize(bracket);
  while (!text.empty() && (text.back() == '*' || text.back() == ' ')) text.pop_back();
  std::erase(text, ' ');
  return text;
}

}  // namespace

std::span<ColumnRow const> columns() {
  return table;
}

ColumnRow const& row_of(Column column) {
  return table.at(static_cast<std::size_t>(column));
}

std::optional<Column> column_headed(std::string_view heading) {
  auto const wanted = bare(heading);
  if (wanted.empty()) return std::nullopt;
  if (wanted == "身份证号码" || wanted == "证件号") return Column::id_number;
  for (auto const& row : table) {
    if (row.heading == wanted || row.other == wanted) return row.column;
  }
  return std::nullopt;
}

ColumnRow const& column_of_field(std::string_view field) {
  struct Known {
    std::string_view field;
    Column column;
  };
  static constexpr auto known = std::to_array<Known>({{"subject", Column::subject},
                                                      {"mandatory", Column::mandatory},
                                                      {"hours", Column::hours},
                                                      {"days", Column::days},
                                                      {"hours_per_day", Column::hours_per_day},
                                                      {"minutes", Column::minutes},
                                                      {"start", Column::start},
                                                      {"end", Column::end},
                                                      {"credit_year", Column::credit_year},
                                                      {"assessment", Column::assessment}});
  for (auto const& one : known) {
    if (one.field == field) return row_of(one.column);
  }
  return row_of(Column::content);
}

}  // namespace ce::registration
