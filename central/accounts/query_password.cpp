#include "central/accounts/query_password.h"

#include "central/accounts/credential.h"
#include "central/accounts/password_rules.h"
#include "central/accounts/sessions.h"
#include "central/accounts/tries.h"
#include "central/store/digest.h"
#include "shared/identity/name.h"
#include "shared/password/password_hash.h"

namespace ce::accounts {
namespace {

Result<Credential> person_at_window(storage::Database& database, Keeper const& keeper,
                                    SecretText const& id_number, std::string_view name, Instant now) {
  CE_TRY(auto credential, credential_of(database, id_number.reveal(), now));
  auto const& account = credential.account;
  auto const typed = identity::checked_name(name);
  bool const theirs = account && account->role == Role::professional && typed &&
                      account->shown_name == *typed &&
                      store::RegionScope{keeper.region}.covers(account->region);
  if (!theirs) return Failure{FailureCode::person_unknown, "number, name and region do not go together"};
  return credential;
}

Result<void> lift_kiosk_lock(storage::Database& database, std::int64_t professional) {
  auto row = database.prepare("SELECT id_number FROM professionals WHERE id = $1");
  CE_TRY(bool const there, row.bind(1, professional).step());
  if (!there) return {};
  return database.prepare("DELETE FROM query_tries WHERE id_hash = $1")
      .bind(1, store::sha256_hex(row.text(0)))
      .run();
}

}  // namespace

Result<void> set_query_password(store::Store& store, Keeper const& keeper, SecretText const& id_number,
                                std::string_view name, SecretText const& password, Instant now) {
  if (keeper.role != Role::hrss) return Failure{FailureCode::role_refused, "set at the window by HRSS"};
  if (auto const sound = check_query_password(password, id_number); !sound) {
    return Failure{FailureCode::input_invalid, "新密码：" + sound.failure().detail};
  }
  auto const hash = password::hash(password);
  return store.write([&](storage::Database& database) -> Result<void> {
    CE_TRY(auto const person, person_at_window(database, keeper, id_number, name, now));
    auto const& account = *person.account;
    CE_CHECK(set_hash(database, account, hash, false));
    CE_CHECK(end_sessions(database, account.id));
    CE_CHECK(forget_tries(database, person.key));
    CE_CHECK(forget_tries(database, account_key(account.id)));
    CE_CHECK(lift_kiosk_lock(database, *account.professional));
    return audit::append(database, author_of(keeper, account.region), audit::Action::query_password_set,
                         {"professional", std::to_string(*account.professional)}, audit::detail({}), now);
  });
}

}  // namespace ce::accounts
