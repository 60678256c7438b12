#pragma once

#include <optional>
#include <string>

#include "central/accounts/account.h"
#include "shared/base/secret.h"

namespace ce::accounts {

/// Whom a typed login names, and what their password is held against.
struct Credential {
  std::string key;  // of the login in the table of tries
  std::optional<Account>
      account;       // nobody: verified all the same, so that nobody learns it from the time taken
  std::string hash;  // Argon2id; empty where there is no password
};

/// Reads the credential of `login`: a clerk's login, or a professional's identity number with the query
/// password of the kiosks. Such an account is made by its first sign-in; before that it is the account to be.
[[nodiscard]] Result<Credential> credential_of(storage::Database& database, std::string_view login,
                                               Instant now);

/// Stores the account of a professional where it is not there yet.
[[nodiscard]] Result<void> keep_own_account(storage::Database& database, Account const& account);

/// What the password of `account` is held against; empty where there is none.
[[nodiscard]] Result<std::string> hash_of(storage::Database& database, Account const& account);
/// Puts another one there: the account's, or for a professional the query password, which kiosks ask for too.
[[nodiscard]] Result<void> set_hash(storage::Database& database, Account const& account,
                                    std::string_view hash, bool must_change);

/// Verifies in the same time whether there is a hash or not.
[[nodiscard]] bool verify(SecretText const& password, std::string const& hash);

}  // namespace ce::accounts
