#include "central/accounts/manage.h"

#include "central/accounts/credential.h"
#include "central/accounts/password_rules.h"
#include "central/accounts/sessions.h"
#include "central/accounts/tries.h"
#include "central/accounts/unit_accounts.h"
#include "shared/password/password_hash.h"

namespace ce::accounts {
namespace {

// What is not the keeper's is told like what does not exist.
Result<Account> kept_account(storage::Database& database, Keeper const& keeper, std::string_view id) {
  CE_TRY(auto account, find(database, id));
  bool const everyones = keeper.role == Role::system_operator && account.role == Role::professional;
  if (!everyones && !may_keep(keeper, account.role, account.region)) {
    return Failure{FailureCode::account_unknown, {}};
  }
  if (account.id == keeper.account) return Failure{FailureCode::input_invalid, "不能停用或重设自己的账号"};
  return account;
}

// A professional's is the identity number; empty where there is none.
Result<SecretText> typed_login(storage::Database& database, Account const& account) {
  if (account.role != Role::professional) return SecretText{account.login};
  auto row = database.prepare("SELECT id_number FROM professionals WHERE id = $1");
  CE_TRY(bool const there, row.bind(1, account.professional).step());
  return SecretText{there ? row.text(0) : std::string{}};
}

Result<void> lift_lock(storage::Database& database, Account const& account) {
  CE_TRY(auto const typed, typed_login(database, account));
  CE_CHECK(forget_tries(database, login_key(typed.reveal())));
  return forget_tries(database, account_key(account.id));
}

}  // namespace

Result<void> set_disabled(store::Store& store, Keeper const& keeper, std::string_view id, bool disabled,
                          Instant now) {
  return store.write([&](storage::Database& database) -> Result<void> {
    CE_TRY(auto const account, kept_account(database, keeper, id));
    if (!disabled && account.unit) {
      CE_TRY(bool const closed, unit_closed(database, account.role, *account.unit));
      if (closed) return Failure{FailureCode::input_invalid, "账号的单位已停用，请先恢复单位"};
    }
    CE_CHECK(database.prepare("UPDATE accounts SET disabled = $2 WHERE id = $1")
                 .bind(1, account.id)
                 .bind(2, disabled)
                 .run());
    CE_CHECK(disabled ? end_sessions(database, account.id) : lift_lock(database, account));
    return audit::append(database, author_of(keeper, account.region),
                         disabled ? audit::Action::account_disabled : audit::Action::account_enabled,
                         {"account", account.id}, audit::detail({}), now);
  });
}

Result<void> set_industries(store::Store& store, Keeper const& keeper, std::string_view id,
                            std::vector<std::string> const& industries, Instant now) {
  return store.write([&](storage::Database& database) -> Result<void> {
    CE_TRY(auto const account, kept_account(database, keeper, id));
    CE_CHECK(check_industries(store.rules(), account.role, industries));
    if (account.role != Role::industry_authority)
      return Failure{FailureCode::input_invalid, "所管行业：只有行业主管部门的账号填写"};
    auto const text = industries_text(industries);
    CE_CHECK(database.prepare("UPDATE accounts SET industries = $2 WHERE id = $1")
                 .bind(1, account.id)
                 .bind(2, text)
                 .run());
    return audit::append(database, author_of(keeper, account.region), audit::Action::account_industries_set,
                         {"account", account.id}, audit::detail({{"industries", text}}), now);
  });
}

Result<void> reset_password(store::Store& store, Keeper const& keeper, std::string_view id,
                            SecretText const& password, Instant now) {
  auto const hash = password::hash(password);
  return store.write([&](storage::Database& database) -> Result<void> {
    CE_TRY(auto const account, kept_account(database, keeper, id));
    if (account.role == Role::professional) {
      return Failure{FailureCode::input_invalid, "专业技术人员的查询密码在窗口设置"};
    }
    CE_CHECK(check_password(password, account.login));
    CE_CHECK(set_hash(database, account, hash, true));
    CE_CHECK(end_sessions(database, account.id));
    CE_CHECK(lift_lock(database, account));
    return audit::append(database, author_of(keeper, account.region), audit::Action::password_reset,
                         {"account", account.id}, audit::detail({}), now);
  });
}

Result<void> change_password(store::Store& store, SignedIn const& who, SecretText const& old_one,
                             SecretText const& new_one, Instant now) {
  bool const at_kiosks_too = who.role == Role::professional;
  if (!at_kiosks_too) CE_CHECK(check_password(new_one, who.login));
  if (same_secret(old_one.reveal(), new_one.reveal())) {
    return Failure{FailureCode::input_invalid, "新密码不能与原密码相同"};
  }
  auto const key = account_key(who.account);
  Try counted = Try::locked;
  Account account;
  std::string old_hash;
  auto const looked = store.write([&](storage::Database& database) -> Result<void> {
    CE_TRY(counted, count_try(database, key, tries_of_login, now));
    CE_TRY(account, find(database, who.account));
    if (at_kiosks_too) {
      CE_TRY(auto const id_number, typed_login(database, account));
      CE_CHECK(check_query_password(new_one, id_number));
    }
    CE_TRY(old_hash, hash_of(database, account));
    return {};
  });
  if (!looked) return looked.failure();
  if (counted == Try::locked) return Failure{FailureCode::credential_locked, "too many wrong passwords"};
  if (!verify(old_one, old_hash)) return Failure{FailureCode::credential_refused, "wrong old password"};
  auto const new_hash = password::hash(new_one);
  return store.write([&](storage::Database& database) -> Result<void> {
    CE_TRY(auto const hash_now, hash_of(database, account));
    if (hash_now != old_hash) return Failure{FailureCode::credential_refused, "changed meanwhile"};
    CE_CHECK(set_hash(database, account, new_hash, false));
    CE_CHECK(end_sessions(database, account.id, who.session));
    CE_CHECK(forget_tries(database, key));
    audit::Author const author{account.id, std::string{party_word(who.role)}, account.region};
    return audit::append(database, author, audit::Action::password_changed, {"account", account.id},
                         audit::detail({}), now);
  });
}

}  // namespace ce::accounts
