#include <algorithm>

#include "central/accounts/manage.h"
#include "central/accounts/password_rules.h"
#include "central/accounts/unit_accounts.h"
#include "shared/base/entry_id.h"
#include "shared/base/text.h"
#include "shared/identity/name.h"
#include "shared/password/password_hash.h"

namespace ce::accounts {
namespace {

constexpr std::size_t longest_shown_name = 60;

Failure wrong(std::string chinese) {
  return {FailureCode::input_invalid, std::move(chinese)};
}

Result<std::string> checked_login(std::string_view typed) {
  auto login = lower_case(typed);
  auto const letter = [](char c) { return c >= 'a' && c <= 'z'; };
  bool const plain = std::all_of(login.begin(), login.end(), [&](char c) {
    return letter(c) || (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '_';
  });
  if (login.size() < 3 || login.size() > 40 || !plain || !letter(login.front())) {
    return wrong("登录名应为 3 到 40 个字母、数字或 . - _，以字母开头");
  }
  return login;
}

Result<void> check_shown_name(std::string const& name) {
  auto const characters = decode_utf8(name);
  if (characters && !characters->empty() && characters->size() <= longest_shown_name &&
      identity::is_plain_text(name)) {
    return {};
  }
  return wrong("显示名应为 1 到 60 个字，不含换行等控制字符");
}

// A provincial unit is the province's, wherever it stands (rules.md, provincial units).
Result<std::string> region_of_unit(storage::Database& database, Role role, std::int64_t unit) {
  auto row = database.prepare(
      role == Role::employer
          ? "SELECT CASE WHEN provincial = 1 THEN '440000' ELSE region END FROM employers WHERE id = $1"
      : role == Role::institution ? "SELECT region FROM institutions WHERE id = $1"
                                  : "SELECT region FROM talent_agencies WHERE id = $1");
  CE_TRY(bool const there, row.bind(1, unit).step());
  if (!there) return wrong("没有编号为 " + std::to_string(unit) + " 的" + std::string{chinese_of(role)});
  CE_TRY(bool const closed, unit_closed(database, role, unit));
  if (closed) return wrong("单位已停用，不能开设账号");
  return row.text(0);
}

Result<std::string> region_of(storage::Database& database, rulebook::Rulebook const& rules,
                              NewAccount const& wanted) {
  if (has_unit(wanted.role)) {
    if (!wanted.unit) return wrong(std::string{chinese_of(wanted.role)} + "的账号必须指明单位编号");
    CE_TRY(auto region, region_of_unit(database, wanted.role, *wanted.unit));
    if (!wanted.region.empty() && wanted.region != region) return wrong("单位所属地区是 " + region);
    return region;
  }
  if (wanted.unit) return wrong(std::string{chinese_of(wanted.role)} + "的账号不属于某个单位");
  auto const region = wanted.role == Role::system_operator ? "440000" : wanted.region;
  if (rules.regions.find(region) == nullptr) return wrong("行政区划代码 '" + region + "' 不存在");
  return region;
}

Result<void> check_professional(storage::Database& database, std::optional<std::int64_t> professional) {
  if (!professional) return {};
  auto row = database.prepare("SELECT 1 FROM professionals WHERE id = $1");
  CE_TRY(bool const there, row.bind(1, *professional).step());
  return there ? Result<void>{} : wrong("没有编号为 " + std::to_string(*professional) + " 的专业技术人员");
}

Result<void> insert_account(storage::Database& database, Account const& account, std::string_view hash) {
  auto insert = database.prepare(
      "INSERT INTO accounts (id, login, shown_name, role, region, unit, professional, hash, disabled, "
      "must_change_password, created_by, created_ms, industries) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 0, "
      "1, "
      "$9, $10, $11)");
  insert.bind(1, account.id).bind(2, account.login).bind(3, account.shown_name);
  insert.bind(4, word_of(account.role)).bind(5, account.region).bind(6, account.unit);
  insert.bind(7, account.professional).bind(8, hash).bind(9, account.created_by);
  return insert.bind(10, account.created.ms).bind(11, industries_text(account.industries)).run();
}

/// Everything about the wish that needs no keeper.
Result<Account> checked(storage::Database& database, rulebook::Rulebook const& rules,
                        NewAccount const& wanted) {
  if (wanted.role == Role::professional) return wrong("专业技术人员用证件号码和查询密码登录，不必开设账号");
  Account account;
  CE_TRY(account.login, checked_login(wanted.login));
  CE_CHECK(check_shown_name(wanted.shown_name));
  CE_CHECK(check_password(wanted.password, account.login));
  CE_TRY(account.region, region_of(database, rules, wanted));
  CE_CHECK(check_professional(database, wanted.professional));
  CE_CHECK(check_industries(rules, wanted.role, wanted.industries));
  CE_TRY(auto const taken, find_login(database, account.login));
  if (taken) return wrong("登录名 " + account.login + " 已被使用，请换一个");
  account.shown_name = wanted.shown_name;
  account.role = wanted.role;
  account.unit = wanted.unit;
  account.professional = wanted.professional;
  account.industries = wanted.industries;
  account.must_change_password = true;
  return account;
}

}  // namespace

Result<void> check_industries(rulebook::Rulebook const& rules, Role role,
                              std::vector<std::string> const& industries) {
  if (role != Role::industry_authority)
    return industries.empty() ? Result<void>{} : wrong("所管行业：只有行业主管部门的账号填写");
  if (industries.empty()) return wrong("所管行业：请至少填写一个，账号只审核认定所管行业的专业科目");
  for (auto const& one : industries) {
    if (rules.industries.find(one) == nullptr) return wrong("所管行业：没有“" + one + "”这个行业");
  }
  return {};
}

Result<Account> create_within(storage::Database& database, rulebook::Rulebook const& rules,
                              Keeper const& keeper, NewAccount const& wanted, std::string const& hash,
                              Instant now) {
  CE_TRY(auto account, checked(database, rules, wanted));
  if (!may_keep(keeper, account.role, account.region)) {
    return Failure{FailureCode::role_refused,
                   "不能为该地区开设" + std::string{chinese_of(account.role)} + "的账号"};
  }
  account.id = "acc-" + EntryId::make().text();
  account.created_by = keeper.account;
  account.created = now;
  CE_CHECK(insert_account(database, account, hash));
  CE_CHECK(audit::append(
      database, author_of(keeper, account.region), audit::Action::account_created, {"account", account.id},
      audit::detail({{"role", word_of(account.role)}, {"industries", industries_text(account.industries)}}),
      now));
  return account;
}

Result<Account> create(store::Store& store, Keeper const& keeper, NewAccount const& wanted, Instant now) {
  auto const hash = password::hash(wanted.password);
  Account account;
  auto const done = store.write([&](storage::Database& database) -> Result<void> {
    CE_TRY(account, create_within(database, store.rules(), keeper, wanted, hash, now));
    return {};
  });
  if (!done) return done.failure();
  return account;
}

}  // namespace ce::accounts
