#pragma once

#include <optional>
#include <string>

#include "central/accounts/sessions.h"

namespace ce::accounts {

struct SignIn {
  std::string login;  // as typed: a clerk's login or a professional's identity number
  SecretText password;
  std::string address;                  // who asks
  std::optional<SecretText> old_token;  // of the session that the browser still has, which ends
};

/// Proves a password and begins a session. Fails with credential_refused (wrong password, no such login,
/// account disabled: the same words, the same work) and credential_locked (too many wrong ones for this login
/// or from this address, see tries.h). About 20 ms of one core. Each outcome goes into the audit chain of the
/// account's region, or the province's where there is no account.
[[nodiscard]] Result<Begun> sign_in(store::Store& store, SignIn const& attempt, Instant now);

/// Ends this session, or with `everywhere` all of the account's.
[[nodiscard]] Result<void> sign_out(store::Store& store, SignedIn const& who, bool everywhere, Instant now);

}  // namespace ce::accounts
