#include "central/accounts/permissions.h"

#include <algorithm>
#include <array>

#include "central/store/rows.h"

namespace ce::accounts {
namespace {

constexpr std::string_view the_province = "440000";

constexpr auto permission_rows = std::to_array<Permission>({
    {Deed::keep_people, Role::hrss, Area::own_region, "第十三、十四条"},
    {Deed::correct_number, Role::hrss, Area::own_region, "第十三、十四条"},
    {Deed::correct_number, Role::system_operator, Area::everywhere, "用 ce-admin，按人社部门的书面要求"},
    {Deed::keep_units, Role::hrss, Area::own_region, "第十三、十四条"},
    {Deed::keep_units, Role::system_operator, Area::everywhere, "与其账号一并登记"},
    {Deed::keep_provincial_units, Role::hrss, Area::province, "第十四条"},
    {Deed::keep_provincial_units, Role::system_operator, Area::everywhere, "与其账号一并登记"},
    {Deed::approve_online, Role::hrss, Area::province, "第四条第（四）项"},
    {Deed::let_sites_in, Role::system_operator, Area::everywhere, "省厅审定之后"},
    {Deed::set_authority, Role::hrss, Area::very_region, "第十四、十五条"},
    {Deed::set_authority, Role::system_operator, Area::everywhere, "用 ce-admin"},
    {Deed::set_kiosks, Role::hrss, Area::own_region, "服务大厅由当地人社部门管理"},
    {Deed::set_kiosks, Role::system_operator, Area::everywhere, "运行维护"},
    {Deed::upgrade_kiosks, Role::system_operator, Area::everywhere, "运行维护"},
});

constexpr auto deed_words = std::to_array<std::string_view>(
    {"人员建档、修改、转出、停止登记", "改正人员的证件号码", "登记、修改、停用单位",
     "登记、修改、停用省直属单位", "审定网上学习系统", "接入网上学习系统", "设置发证单位名称、印章",
     "远程修改终端设置", "决定终端升级到哪个版本"});

constexpr auto area_words = std::to_array<std::string_view>({"本地区及其下级", "仅本级", "仅省厅", "全省"});

bool covers(Area area, std::string_view own, std::string_view region) {
  switch (area) {
    case Area::own_region:
      return store::RegionScope{std::string{own}}.covers(region);
    case Area::very_region:
      return own == region;
    case Area::province:
      return own == the_province;
    case Area::everywhere:
      break;
  }
  return true;
}

}  // namespace

std::span<Permission const> permissions() {
  return permission_rows;
}

std::vector<Role> roles_for(Deed deed) {
  std::vector<Role> roles;
  for (auto const& row : permission_rows) {
    if (row.deed == deed) roles.push_back(row.role);
  }
  return roles;
}

bool may(Keeper const& keeper, Deed deed, std::string_view region) {
  return std::any_of(permission_rows.begin(), permission_rows.end(), [&](Permission const& row) {
    return row.deed == deed && row.role == keeper.role && covers(row.area, keeper.region, region);
  });
}

std::string permissions_text() {
  std::string text = "人员、单位和印章\n";
  for (auto const& row : permission_rows) {
    text.append("　").append(deed_words.at(static_cast<std::size_t>(row.deed))).append("：");
    text.append(chinese_of(row.role)).append("，").append(area_words.at(static_cast<std::size_t>(row.area)));
    text.append("（").append(row.reason).append("）\n");
  }
  text += "行业\n　行业主管部门的账号只查看和审核认定所管行业的专业科目（第十三条第（二）项）\n";
  text += "账号\n";
  for (auto const& row : keepings()) {
    text.append("　").append(chinese_of(row.kept)).append("：").append(chinese_of(row.keeper));
    text.append(row.own_region_only ? "，本地区\n" : "，全省\n");
  }
  return text;
}

}  // namespace ce::accounts
