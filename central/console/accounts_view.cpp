#include "central/console/accounts_view.h"

#include <algorithm>

#include "central/console/words.h"
#include "central/store/person_facts.h"

namespace ce::console {
namespace {

using accounts::Account;
using accounts::Role;
using web::Tone;

constexpr int accounts_per_page = 100;

std::optional<store::UnitKind> unit_of(Role role) {
  if (role == Role::employer) return store::UnitKind::employer;
  if (role == Role::institution) return store::UnitKind::institution;
  if (role == Role::talent_agency) return store::UnitKind::talent_agency;
  return std::nullopt;
}

store::RegionScope scope_of(Visitor const& visitor) {
  bool const everywhere = visitor.who.role == Role::system_operator;
  return store::RegionScope{everywhere ? "440000" : visitor.actor().region};
}

std::vector<Role> kept_roles(Visitor const& visitor) {
  std::vector<Role> roles;
  for (auto const& row : accounts::keepings()) {
    if (row.keeper == visitor.who.role) roles.push_back(row.kept);
  }
  return roles;
}

web::Badge state_of(Account const& account) {
  if (account.disabled) return {Tone::bad, "已停用"};
  return account.must_change_password ? web::Badge{Tone::none, "待首次登录"}
                                      : web::Badge{Tone::good, "使用中"};
}

Result<std::string> place_of_account(storage::Database& database, Account const& account,
                                     certificate::Regions const& regions) {
  auto const region = regions.full_name(account.region);
  auto const kind = unit_of(account.role);
  if (!kind || !account.unit) return region;
  CE_TRY(auto const name, store::unit_name(database, *kind, *account.unit));
  return name.empty() ? region : name + "（" + region + "）";
}

std::vector<web::Option> role_options(Visitor const& visitor) {
  std::vector<web::Option> options;
  for (auto const role : kept_roles(visitor)) {
    options.push_back({std::string{accounts::word_of(role)}, std::string{accounts::chinese_of(role)}});
  }
  return options;
}

constexpr int most_industries_text = 200;

std::string all_names(rulebook::Industries const& industries) {
  std::string text;
  for (auto const& one : industries.all()) text.append(text.empty() ? "" : "、").append(one.name);
  return text;
}

web::Field industries_field(Visitor const& visitor, Typed const& typed) {
  return {
      .id = "industries",
      .label = "所管行业",
      .value = typed_value(typed, "industries"),
      .hint = "只有行业主管部门填写，可填多个，中间用顿号：" + all_names(visitor.store.rules().industries),
      .fill = "off",
      .most = most_industries_text,
      .wide = true};
}

// A unit is named as it is registered; several of one name are told apart by the region.
Result<std::int64_t> unit_named(Visitor const& visitor, Role role, std::string const& name) {
  auto const kind = unit_of(role);
  std::vector<std::int64_t> found;
  CE_CHECK(visitor.store.read([&](storage::Database& database) -> Result<void> {
    CE_TRY(found, store::units_named(database, *kind, name, scope_of(visitor)));
    return {};
  }));
  if (found.size() == 1) return found.front();
  return Failure{FailureCode::input_invalid, found.empty()
                                                 ? "单位名称：本地区没有这个单位，请按登记的全称填写"
                                                 : "单位名称：有几个同名单位，请联系运维人员办理"};
}

}  // namespace

Result<std::vector<std::string>> industries_typed(Visitor const& visitor, std::string_view typed) {
  auto codes = visitor.store.rules().industries.codes_in(typed);
  if (!codes) return Failure{FailureCode::input_invalid, "所管行业：" + codes.failure().detail};
  return codes;
}

Result<web::AccountsView> accounts_shown(Visitor const& visitor, std::string const& role,
                                         std::string const& after) {
  web::AccountsView view;
  accounts::AccountFilter filter{.scope = scope_of(visitor),
                                 .role = accounts::role_named(role),
                                 .unit = {},
                                 .professionals = false,
                                 .after = after,
                                 .most = accounts_per_page + 1};
  CE_CHECK(visitor.store.read([&](storage::Database& database) -> Result<void> {
    CE_TRY(auto list, accounts::list(database, filter));
    bool const more = list.size() > accounts_per_page;
    if (more) list.pop_back();
    for (auto const& account : list) {
      CE_TRY(auto place, place_of_account(database, account, visitor.store.rules().regions));
      view.rows.push_back({"/console/accounts/" + account.id, account.login, account.shown_name,
                           std::string{accounts::chinese_of(account.role)}, std::move(place),
                           state_of(account), china_date(account.created).iso()});
    }
    auto const query = role.empty() ? std::string{} : "role=" + role;
    if (more || !after.empty()) {
      view.pager =
          web::Pager{"本页 " + std::to_string(list.size()) + " 个",
                     after.empty() ? std::string{} : "/console/accounts?" + query,
                     more ? "/console/accounts?" + query + "&after=" + list.back().id : std::string{}};
    }
    return {};
  }));
  web::Field roles{.id = "role", .label = "角色", .kind = web::FieldKind::select, .value = role};
  roles.options = role_options(visitor);
  roles.options.insert(roles.options.begin(), {"", "全部角色"});
  view.filters = {std::move(roles)};
  view.told = "本页 " + std::to_string(view.rows.size()) + " 个账号";
  if (view.rows.empty()) {
    view.empty = web::Empty{"people", "没有符合条件的账号", "为单位开设账号后，会列在这里。",
                            web::Link{"/console/accounts/new", "开设账号"}};
  }
  return view;
}

Result<AccountShown> account_shown(Visitor const& visitor, std::string const& id) {
  AccountShown shown;
  auto& view = shown.view;
  Account account;
  std::string place;
  CE_CHECK(visitor.store.read([&](storage::Database& database) -> Result<void> {
    CE_TRY(account, accounts::find(database, id));
    CE_TRY(place, place_of_account(database, account, visitor.store.rules().regions));
    return {};
  }));
  bool const visible = account.role != Role::professional && scope_of(visitor).covers(account.region);
  if (!visible) return Failure{FailureCode::account_unknown, {}};
  shown.name = account.login;
  view.heading = account.shown_name;
  view.state = state_of(account);
  view.facts = {{"登录名", account.login},
                {"使用人", account.shown_name},
                {"角色", std::string{accounts::chinese_of(account.role)}},
                {"单位与地区", place},
                {"开设时间", china_minute_text(account.created)}};
  auto const& industries = visitor.store.rules().industries;
  auto const names = industries.names_of(account.industries);
  if (account.role == Role::industry_authority)
    view.facts.push_back({"所管行业", names.empty() ? "未登记，看不到任何记录" : names});
  bool const own = account.id == visitor.who.account;
  if (own || !accounts::may_keep(accounts::keeper_of(visitor.who), account.role, account.region))
    return shown;
  auto const here = "/console/accounts/" + account.id;
  view.acts.push_back({.heading = "重设密码",
                       .lead = "对方下次登录时必须修改；已有的登录全部退出，锁定也一并解除。",
                       .action = here,
                       .fields = {{.id = "password",
                                   .label = "新密码",
                                   .kind = web::FieldKind::password,
                                   .required = true,
                                   .hint = "10 到 64 个字符",
                                   .fill = "new-password",
                                   .most = 64,
                                   .wide = true}},
                       .act = "reset",
                       .word = "重设密码",
                       .icon = "key",
                       .username = account.login});
  if (account.role == Role::industry_authority) {
    view.acts.push_back({.heading = "所管行业",
                         .lead = "只审核认定所管行业的专业科目（第十三条第二项），改后立即生效。",
                         .action = here,
                         .fields = {{.id = "industries",
                                     .label = "所管行业",
                                     .value = names,
                                     .required = true,
                                     .hint = "可填多个，中间用顿号：" + all_names(industries),
                                     .fill = "off",
                                     .most = most_industries_text,
                                     .wide = true}},
                         .act = "industries",
                         .word = "保存所管行业",
                         .icon = "check"});
  }
  view.acts.push_back({.heading = account.disabled ? "恢复账号" : "停用账号",
                       .lead = account.disabled ? "恢复后可以用原来的密码登录。"
                                                : "停用后不能登录，已有的登录立即退出；经办过的记录保留。",
                       .action = here,
                       .fields = {},
                       .act = account.disabled ? "enable" : "disable",
                       .word = account.disabled ? "恢复账号" : "停用账号",
                       .icon = account.disabled ? "check" : "cross",
                       .danger = !account.disabled});
  return shown;
}

web::FormView account_form(Visitor const& visitor, Typed const& typed, std::string const& error) {
  auto const options = role_options(visitor);
  bool const keeps_authorities = std::any_of(options.begin(), options.end(), [](web::Option const& one) {
    return one.value == accounts::word_of(Role::industry_authority);
  });
  web::Field role{.id = "role",
                  .label = "角色",
                  .kind = web::FieldKind::radios,
                  .value = typed_value(typed, "role"),
                  .required = true,
                  .options = options,
                  .wide = true};
  if (role.value.empty() && !options.empty()) role.value = options.front().value;
  web::FormView view{"/console/accounts/new",
                     {role,
                      {.id = "login",
                       .label = "登录名",
                       .value = typed_value(typed, "login"),
                       .required = true,
                       .hint = "3 到 40 个小写字母、数字或 . - _，以字母开头",
                       .fill = "off",
                       .most = 40},
                      {.id = "shown_name",
                       .label = "使用人",
                       .value = typed_value(typed, "shown_name"),
                       .required = true,
                       .hint = "经办人或科室，显示在页面右上角",
                       .fill = "off",
                       .most = 40},
                      {.id = "unit",
                       .label = "单位名称",
                       .value = typed_value(typed, "unit"),
                       .hint = "施教机构、用人单位、人才服务机构填写登记的全称",
                       .fill = "off",
                       .most = 100},
                      {.id = "region",
                       .label = "地区代码",
                       .value = typed_value(typed, "region"),
                       .hint = "人社部门、行业主管部门填写六位代码，如 440106",
                       .fill = "off",
                       .mode = "numeric",
                       .most = 6},
                      {.id = "password",
                       .label = "初始密码",
                       .kind = web::FieldKind::password,
                       .required = true,
                       .hint = "10 到 64 个字符，首次登录时须修改",
                       .fill = "new-password",
                       .most = 64}},
                     "开设账号",
                     "/console/accounts"};
  if (keeps_authorities) view.fields.insert(view.fields.end() - 1, industries_field(visitor, typed));
  if (error.empty()) return view;
  // accounts::create() says which field by its word at the start.
  auto const at = std::find_if(view.fields.begin(), view.fields.end(), [&](web::Field const& field) {
    return error.find(field.label) != std::string::npos;
  });
  (at == view.fields.end() ? view.fields.at(1) : *at).error = error;
  return view;
}

Result<Account> open_account(Visitor const& visitor, Typed const& typed) {
  auto const role = accounts::role_named(typed_value(typed, "role"));
  if (!role) return Failure{FailureCode::input_invalid, "角色：请选择"};
  accounts::NewAccount wanted{.login = typed_value(typed, "login"),
                              .shown_name = typed_value(typed, "shown_name"),
                              .role = *role,
                              .region = typed_value(typed, "region"),
                              .unit = {},
                              .professional = {},
                              .password = SecretText{typed_value(typed, "password")}};
  if (unit_of(*role)) {
    CE_TRY(wanted.unit, unit_named(visitor, *role, typed_value(typed, "unit")));
  }
  CE_TRY(wanted.industries, industries_typed(visitor, typed_value(typed, "industries")));
  return accounts::create(visitor.store, accounts::keeper_of(visitor.who), wanted, visitor.now);
}

}  // namespace ce::console
