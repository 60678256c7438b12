#pragma once

#include <array>
#include <string_view>

#include "central/registration/grid.h"
#include "central/roster/people.h"

namespace ce::roster {

/// The columns of a file of persons, in the order of its template.
enum class PersonColumn : std::uint8_t { id_number, name, region, employer, agency, industry };

struct PersonColumnRow {
  std::string_view heading;
  bool required = false;  // has to be among the headings
  std::string_view hint;
};
inline constexpr auto person_columns = std::to_array<PersonColumnRow>(
    {{"证件号码", true, "18 位居民身份证、居住证或外国人永久居留证号码，单元格设为文本格式"},
     {"姓名", true, "与证件一致"},
     {"所属地区", true, "六位代码（如 440106）或全称（如 广州市天河区）"},
     {"用人单位", false, "登记的全称；与托管机构至少填写一项"},
     {"托管机构", false, "托管人事档案的人才服务机构的全称"},
     {"所属行业", false, "与用人单位的行业不同时填写，如 卫生健康；决定由哪个行业主管部门审核认定"}});

/// Which column of a file holds what; -1 where the file lacks it.
using PersonLayout = std::array<int, person_columns.size()>;
/// Fails with file_refused, naming the headings that are missing, unknown or there twice.
[[nodiscard]] Result<PersonLayout> person_layout(registration::GridRow const& headings);

/// One row as an entry; what cannot be read is added to `faults`.
[[nodiscard]] PersonEntry person_entry(registration::GridRow const& row, PersonLayout const& layout,
                                       certificate::Regions const& regions, std::vector<Fault>& faults);

}  // namespace ce::roster
