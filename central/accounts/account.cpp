#include "central/accounts/account.h"

#include <algorithm>

namespace ce::accounts {
namespace {

std::string select_where(std::string_view condition) {
  std::string sql = "SELECT ";
  return sql.append(account_columns).append(" FROM accounts a WHERE ").append(condition);
}

std::vector<std::string> industries_in(std::string_view text) {
  std::vector<std::string> industries;
  while (!text.empty()) {
    auto const one = text.substr(0, text.find(' '));
    if (!one.empty()) industries.emplace_back(one);
    text.remove_prefix(std::min(text.size(), one.size() + 1));
  }
  return industries;
}

}  // namespace

Result<Account> read_account(storage::Statement const& row) {
  auto const role = role_named(row.text(3));
  if (!role) return Failure{FailureCode::storage_fault, "unknown role in accounts"};
  Account account;
  account.id = row.text(0);
  account.login = row.text(1);
  account.shown_name = row.text(2);
  account.role = *role;
  account.region = row.text(4);
  account.unit = row.optional_integer(5);
  account.professional = row.optional_integer(6);
  account.disabled = row.integer(7) != 0;
  account.must_change_password = row.integer(8) != 0;
  account.created_by = row.text(9);
  account.created = Instant{row.integer(10)};
  account.industries = industries_in(row.text(11));
  return account;
}

Result<Account> find(storage::Database& database, std::string_view id) {
  auto row = database.prepare(select_where("a.id = $1"));
  CE_TRY(bool const there, row.bind(1, id).step());
  if (!there) return Failure{FailureCode::account_unknown, {}};
  return read_account(row);
}

Result<std::optional<Account>> find_login(storage::Database& database, std::string_view login) {
  auto row = database.prepare(select_where("a.login = $1"));
  CE_TRY(bool const there, row.bind(1, login).step());
  if (!there) return std::optional<Account>{};
  CE_TRY(auto account, read_account(row));
  return std::optional{std::move(account)};
}

Result<std::vector<Account>> list(storage::Database& database, AccountFilter const& filter) {
  auto rows = database.prepare(
      select_where("a.region BETWEEN $1 AND $2 AND ($3 = '' OR a.role = $3) AND (CAST($4 AS BIGINT) = 0 OR "
                   "a.unit = $4) AND "
                   "($5 = 1 OR a.role <> 'professional') AND a.id > $6 ORDER BY a.id LIMIT $7"));
  rows.bind(1, filter.scope.code).bind(2, filter.scope.last());
  rows.bind(3, filter.role ? word_of(*filter.role) : std::string_view{}).bind(4, filter.unit.value_or(0));
  rows.bind(5, filter.professionals).bind(6, filter.after).bind(7, filter.most);
  std::vector<Account> accounts;
  for (;;) {
    CE_TRY(bool const more, rows.step());
    if (!more) return accounts;
    CE_TRY(auto account, read_account(rows));
    accounts.push_back(std::move(account));
  }
}

std::string industries_text(std::vector<std::string> const& industries) {
  std::string text;
  for (auto const& one : industries) text.append(text.empty() ? "" : " ").append(one);
  return text;
}

registration::Actor actor_of(Account const& account) {
  registration::Actor actor;
  actor.account = account.id;
  actor.party = party_of(account.role);
  actor.level = registration::level_of(account.region);
  actor.region = account.region;
  if (has_unit(account.role)) actor.unit = account.unit;
  actor.professional = account.professional;
  actor.industries = account.industries;
  return actor;
}

}  // namespace ce::accounts
