#include "central/accounts/credential.h"

#include "central/accounts/password_rules.h"
#include "central/accounts/tries.h"
#include "central/store/digest.h"
#include "shared/identity/id_number.h"
#include "shared/password/password_hash.h"

namespace ce::accounts {
namespace {

Result<std::optional<Account>> professional_of(storage::Database& database, std::string_view number,
                                               Instant now) {
  auto row = database.prepare("SELECT id, name, region FROM professionals WHERE id_number = $1");
  CE_TRY(bool const there, row.bind(1, number).step());
  if (!there) return std::optional<Account>{};
  auto const id = std::to_string(row.integer(0));
  CE_TRY(auto known, find_login(database, "person:" + id));
  if (known) {
    known->shown_name = row.text(1);  // both may have changed since the last sign-in
    known->region = row.text(2);
    return known;
  }
  Account account;
  account.id = "person-" + id;
  account.login = "person:" + id;
  account.shown_name = row.text(1);
  account.region = row.text(2);
  account.professional = row.integer(0);
  account.created_by = account.id;
  account.created = now;
  return std::optional{std::move(account)};
}

/// Held against where there is no password.
std::string const& nobodys_hash() {
  static std::string const hash = password::hash(store::make_key());
  return hash;
}

}  // namespace

Result<Credential> credential_of(storage::Database& database, std::string_view login, Instant now) {
  Credential credential;
  auto const examined = identity::examine_id_number(login, china_date(now));
  auto const typed = examined.valid ? examined.canonical : lower_case(login);
  credential.key = login_key(typed);
  CE_TRY(credential.account,
         examined.valid ? professional_of(database, typed, now) : find_login(database, typed));
  // What stands for a professional's login is not one: it would be a second way to the same password.
  if (!examined.valid && credential.account && credential.account->role == Role::professional) {
    credential.account.reset();
  }
  if (!credential.account) return credential;
  CE_TRY(credential.hash, hash_of(database, *credential.account));
  return credential;
}

Result<void> keep_own_account(storage::Database& database, Account const& account) {
  auto insert = database.prepare(
      "INSERT INTO accounts (id, login, shown_name, role, region, professional, hash, disabled, "
      "must_change_password, created_by, created_ms) VALUES ($1, $2, $3, 'professional', $4, $5, '', 0, 0, "
      "$6, $7) "
      "ON CONFLICT (id) DO UPDATE SET shown_name = excluded.shown_name, region = excluded.region");
  insert.bind(1, account.id).bind(2, account.login).bind(3, account.shown_name).bind(4, account.region);
  return insert.bind(5, account.professional).bind(6, account.created_by).bind(7, account.created.ms).run();
}

Result<std::string> hash_of(storage::Database& database, Account const& account) {
  bool const own = account.role == Role::professional;
  auto row = own ? database.prepare("SELECT hash FROM query_passwords WHERE professional = $1")
                 : database.prepare("SELECT hash FROM accounts WHERE id = $1");
  own ? row.bind(1, account.professional) : row.bind(1, account.id);
  CE_TRY(bool const there, row.step());
  return there ? row.text(0) : std::string{};
}

Result<void> set_hash(storage::Database& database, Account const& account, std::string_view hash,
                      bool must_change) {
  if (account.role == Role::professional) {
    return database
        .prepare(
            "INSERT INTO query_passwords (professional, hash) VALUES ($1, $2) "
            "ON CONFLICT (professional) DO UPDATE SET hash = excluded.hash")
        .bind(1, account.professional)
        .bind(2, hash)
        .run();
  }
  return database.prepare("UPDATE accounts SET hash = $2, must_change_password = $3 WHERE id = $1")
      .bind(1, account.id)
      .bind(2, hash)
      .bind(3, must_change)
      .run();
}

bool verify(SecretText const& password, std::string const& hash) {
  bool const same = password::matches(password, hash.empty() ? nobodys_hash() : hash);
  return same && !hash.empty();
}

}  // namespace ce::accounts
