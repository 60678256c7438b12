#include "central/console/frame.h"

#include <algorithm>
#include <array>

#include "central/accounts/permissions.h"
#include "central/review/work_list.h"
#include "central/store/person_facts.h"
#include "central/web/fields.h"

namespace ce::console {
namespace {

using accounts::Role;

struct Row {
  Room room;
  char const* address;
  char const* icon;
  char const* word;
  std::vector<Role> roles;
};

std::vector<Row> const& table() {
  static std::vector<Row> const rows{
      {Room::home, "/console", "home", "首页", {}},
      {Room::my_year, "/console/year", "hat", "我的学习", {Role::professional}},
      {Room::my_records, "/console/records", "review", "我的登记", {Role::professional}},
      {Room::review,
       "/console/review",
       "review",
       "审核",
       {Role::employer, Role::talent_agency, Role::industry_authority, Role::hrss}},
      {Room::registering,
       "/console/register",
       "register",
       "登记学习",
       {Role::professional, Role::institution, Role::employer}},
      {Room::imports, "/console/imports", "upload", "批量登记", {Role::institution, Role::employer}},
      {Room::issuing, "/console/issuing", "stamp", "发证", {Role::hrss}},
      {Room::certificates, "/console/certificates", "certificate", "证书", {Role::hrss}},
      {Room::registers, "/console/registers", "book", "发放名册", {Role::hrss}},
      {Room::people, "/console/people", "person", "人员", {Role::hrss}},
      {Room::units, "/console/units", "building", "单位", {Role::hrss, Role::system_operator}},
      {Room::kiosks, "/console/kiosks", "kiosk", "自助终端", {Role::hrss, Role::system_operator}},
      {Room::sites, "/console/sites", "globe", "学习网站", accounts::roles_for(accounts::Deed::let_sites_in)},
      {Room::accounts, "/console/accounts", "people", "账号", {Role::hrss, Role::system_operator}},
      {Room::audit, "/console/audit", "shield", "操作记录", {Role::hrss, Role::system_operator}},
  };
  return rows;
}

Row const& row_of(Room room) {
  return table().at(static_cast<std::size_t>(room));
}

bool is_for(Row const& row, Role role) {
  return row.roles.empty() || std::find(row.roles.begin(), row.roles.end(), role) != row.roles.end();
}

constexpr std::int64_t most_counted = 1000;

Result<std::string> waiting_text(Visitor const& visitor) {
  CE_TRY(auto const waiting, review::waiting_for(visitor.store, visitor.actor(), most_counted));
  if (waiting == 0) return std::string{};
  return waiting >= most_counted ? std::string{"999+"} : std::to_string(waiting);
}

std::optional<store::UnitKind> unit_kind_of(Role role) {
  switch (role) {
    case Role::employer:
      return store::UnitKind::employer;
    case Role::institution:
      return store::UnitKind::institution;
    case Role::talent_agency:
      return store::UnitKind::talent_agency;
    default:
      return std::nullopt;
  }
}

// "天河设计院 · 广东省广州市天河区"
Result<std::string> place_of(Visitor const& visitor) {
  auto const& who = visitor.who;
  auto const& regions = visitor.store.rules().regions;
  if (who.role == Role::hrss) return regions.authority_name(who.actor.region);
  if (who.role == Role::system_operator) return std::string{"全省系统运行维护"};
  auto const region = regions.full_name(who.actor.region);
  if (who.role == Role::industry_authority) {
    auto const names = visitor.store.rules().industries.names_of(who.actor.industries);
    return (names.empty() ? "未登记所管行业" : names) + " · " + region;
  }
  auto const kind = unit_kind_of(who.role);
  if (!kind || !who.actor.unit) return region;
  std::string name;
  CE_CHECK(visitor.store.read([&](storage::Database& database) -> Result<void> {
    CE_TRY(name, store::unit_name(database, *kind, *who.actor.unit));
    return {};
  }));
  return name.empty() ? region : name + " · " + region;
}

}  // namespace

std::vector<accounts::Role> roles_of(Room room) {
  return row_of(room).roles;
}

Room room_of_records(Role role) {
  if (role == Role::professional) return Room::my_records;
  return role == Role::institution ? Room::imports : Room::review;
}

std::string address_of(Room room) {
  return row_of(room).address;
}

Result<web::Shell> frame(Visitor const& visitor, Room here, std::string title) {
  web::Shell shell;
  auto const& who = visitor.who;
  CE_TRY(auto const waiting, waiting_text(visitor));
  CE_TRY(auto place, place_of(visitor));
  for (auto const& row : table()) {
    if (!is_for(row, who.role)) continue;
    shell.nav.push_back({row.address, row.icon, row.word, row.room == here,
                         row.room == Room::review ? waiting : std::string{}});
  }
  if (here != Room::home) shell.crumbs.push_back({"/console", "首页"});
  if (!title.empty()) shell.crumbs.push_back({row_of(here).address, row_of(here).word});
  shell.title = title.empty() ? row_of(here).word : std::move(title);
  if (!shell.crumbs.empty()) shell.crumbs.push_back({{}, shell.title});
  shell.who = web::Who{std::string{accounts::chinese_of(who.role)}, who.shown_name, std::move(place)};
  shell.csrf = who.csrf;
  return shell;
}

}  // namespace ce::console
