#pragma once

#include <optional>

#include "central/accounts/account.h"
#include "central/store/store.h"
#include "shared/base/secret.h"

namespace ce::accounts {

/// A session ends after half an hour without a request, and twelve hours after the sign-in in any case.
inline constexpr std::int64_t session_idle_ms = 30LL * 60 * 1000;
inline constexpr std::int64_t session_whole_ms = 12LL * 60 * 60 * 1000;

/// Who the bearer of `token` is; nothing for a token that is unknown, expired or of a disabled account. A
/// point read, and at most once a minute a write that keeps the session from idling out.
[[nodiscard]] Result<std::optional<SignedIn>> session_of(store::Store& store, SecretText const& token,
                                                         Instant now);
/// The point read alone.
[[nodiscard]] Result<std::optional<SignedIn>> look_at_session(store::Store const& store,
                                                              SecretText const& token, Instant now);

/// Begins a session of `account` inside Store::write and clears away expired ones. The token is random and
/// new each time, so that nobody can know it beforehand (session fixation).
struct Begun {
  SecretText token;
  SignedIn who;
};
[[nodiscard]] Result<Begun> begin_session(storage::Database& database, Account const& account, Instant now);

/// Ends the session of this token, inside Store::write; nothing happens where there is none.
[[nodiscard]] Result<void> end_session(storage::Database& database, std::string_view session);
/// Ends every session of an account but `except`.
[[nodiscard]] Result<void> end_sessions(storage::Database& database, std::string_view account,
                                        std::string_view except = {});

/// The id of the session that a token opens: its SHA-256, all that the store holds of it.
[[nodiscard]] std::string session_id(SecretText const& token);

}  // namespace ce::accounts
