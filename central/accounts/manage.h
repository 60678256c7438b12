#pragma once

#include <optional>
#include <string>
#include <vector>

#include "central/accounts/keeper.h"
#include "central/store/store.h"
#include "shared/base/secret.h"

namespace ce::accounts {

/// An account to be opened.
struct NewAccount {
  std::string login;  // 3 to 40 of a-z, 0-9, '.', '-', '_', the first a letter; capitals become small
  std::string shown_name;
  Role role = Role::employer;
  std::string region;                        // of an authority; of a unit's account that of the unit
  std::optional<std::int64_t> unit;          // of an institution, employer or agency: its row
  std::optional<std::int64_t> professional;  // the holder's own row, where there is one
  SecretText password;                       // to be changed at the first sign-in
  std::vector<std::string> industries = {};  // of an industry authority, at least one: codes
};

/// Opens an account. Fails with input_invalid (what is wrong, in Chinese: login taken or malformed, unit or
/// region unknown, password, see password_rules.h) and role_refused (not this keeper's to open, see
/// keeper.h).
[[nodiscard]] Result<Account> create(store::Store& store, Keeper const& keeper, NewAccount const& wanted,
                                     Instant now);
/// The same inside Store::write, with the password's Argon2id hash, which takes too long to be made there.
[[nodiscard]] Result<Account> create_within(storage::Database& database, rulebook::Rulebook const& rules,
                                            Keeper const& keeper, NewAccount const& wanted,
                                            std::string const& hash, Instant now);

/// Disables an account, which ends its sessions, or enables it again, which lifts a lock. Fails with
/// account_unknown (none, or not this keeper's) and input_invalid (one's own).
[[nodiscard]] Result<void> set_disabled(store::Store& store, Keeper const& keeper, std::string_view account,
                                        bool disabled, Instant now);

/// An industry authority answers for these industries from now on (article 13(2)): its work list and its
/// decisions keep to them, open sessions too. Fails as create() does for them, with account_unknown as
/// set_disabled() does, and with input_invalid for an account of another role.
[[nodiscard]] Result<void> set_industries(store::Store& store, Keeper const& keeper, std::string_view account,
                                          std::vector<std::string> const& industries, Instant now);
/// What is wrong with an account's industries, as input_invalid (Chinese).
[[nodiscard]] Result<void> check_industries(rulebook::Rulebook const& rules, Role role,
                                            std::vector<std::string> const& industries);

/// Sets a password that its holder must change; ends the sessions and lifts a lock. Fails like
/// set_disabled(), and with input_invalid for the password. A professional's is the query password and is set
/// at the window.
[[nodiscard]] Result<void> reset_password(store::Store& store, Keeper const& keeper, std::string_view account,
                                          SecretText const& password, Instant now);

/// The holder changes the password, knowing the old one; all other sessions end. Fails with
/// credential_refused, credential_locked (five wrong old ones, as at the sign-in) and input_invalid.
[[nodiscard]] Result<void> change_password(store::Store& store, SignedIn const& who,
                                           SecretText const& old_one, SecretText const& new_one, Instant now);

}  // namespace ce::accounts
