#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "central/accounts/signed_in.h"
#include "central/store/rows.h"
#include "shared/base/clock.h"
#include "shared/base/result.h"
#include "shared/storage/database.h"

namespace ce::accounts {

/// An account as it is stored, without its password.
struct Account {
  std::string id;          // "acc-" and a UUID; "person-7" for a professional's
  std::string login;       // lower case; "person:7" for a professional, who types the identity number
  std::string shown_name;  // of a clerk or an office
  Role role = Role::professional;
  std::string region;                // six digits
  std::optional<std::int64_t> unit;  // employer, institution or agency, by role
  std::optional<std::int64_t>
      professional;  // who its holder is, where known: nobody reviews their own record
  bool disabled = false;
  bool must_change_password = false;
  std::string created_by;  // account, or "operator:NAME"
  Instant created;
  std::vector<std::string> industries =
      {};  // of an industry authority: codes of rulebook::Industries, sorted
};

/// The columns that read_account() takes, in its order, of accounts named `a`.
inline constexpr std::string_view account_columns =
    "a.id, a.login, a.shown_name, a.role, a.region, a.unit, a.professional, a.disabled, "
    "a.must_change_password, a.created_by, a.created_ms, a.industries";
inline constexpr int account_column_count = 12;
[[nodiscard]] Result<Account> read_account(storage::Statement const& row);

/// Fails with account_unknown.
[[nodiscard]] Result<Account> find(storage::Database& database, std::string_view id);
[[nodiscard]] Result<std::optional<Account>> find_login(storage::Database& database, std::string_view login);

/// Which accounts to list; conditions that are set must all hold.
struct AccountFilter {
  store::RegionScope scope;
  std::optional<Role> role;
  std::optional<std::int64_t> unit;
  bool professionals = false;  // those of professionals too
  std::string after = {};      // id of the last one had: the next page
  int most = 200;
};

/// In the order of their ids.
[[nodiscard]] Result<std::vector<Account>> list(storage::Database& database, AccountFilter const& filter);

/// How they stand in their column: "construction water".
[[nodiscard]] std::string industries_text(std::vector<std::string> const& industries);

/// What registration and review take of this account.
[[nodiscard]] registration::Actor actor_of(Account const& account);

}  // namespace ce::accounts
