#include "central/accounts/unit_accounts.h"

namespace ce::accounts {

Result<std::int64_t> disable_accounts_of(storage::Database& database, Role role, std::int64_t unit) {
  CE_CHECK(database
               .prepare("DELETE FROM sessions WHERE account IN (SELECT id FROM accounts WHERE unit = $1 AND "
                        "role = $2)")
               .bind(1, unit)
               .bind(2, word_of(role))
               .run());
  CE_CHECK(database.prepare("UPDATE accounts SET disabled = 1 WHERE unit = $1 AND role = $2 AND disabled = 0")
               .bind(1, unit)
               .bind(2, word_of(role))
               .run());
  return database.changes();
}

Result<void> move_accounts_of(storage::Database& database, Role role, std::int64_t unit,
                              std::string_view region) {
  return database.prepare("UPDATE accounts SET region = $3 WHERE unit = $1 AND role = $2")
      .bind(1, unit)
      .bind(2, word_of(role))
      .bind(3, region)
      .run();
}

Result<bool> unit_closed(storage::Database& database, Role role, std::int64_t unit) {
  auto row =
      database.prepare(role == Role::employer      ? "SELECT closed_ms FROM employers WHERE id = $1"
                       : role == Role::institution ? "SELECT closed_ms FROM institutions WHERE id = $1"
                                                   : "SELECT closed_ms FROM talent_agencies WHERE id = $1");
  CE_TRY(bool const there, row.bind(1, unit).step());
  return there && !row.is_null(0);
}

}  // namespace ce::accounts
