#include "central/accounts/sessions.h"

#include "central/store/digest.h"

namespace ce::accounts {
namespace {

constexpr std::int64_t touch_ms = 60LL * 1000;

SignedIn signed_in_as(Account const& account, SecretText const& token) {
  SignedIn who;
  who.session = session_id(token);
  who.account = account.id;
  who.login = account.login;
  who.shown_name = account.shown_name;
  who.role = account.role;
  who.actor = actor_of(account);
  // Bound to the token, which it does not tell.
  who.csrf = store::sha256_hex("csrf:" + token.reveal());
  who.must_change_password = account.must_change_password;
  return who;
}

struct Found {
  SignedIn who;
  std::int64_t used = 0;
};

/// Used in a time that is not yet: by a clock that was ahead, and nobody knows for how long it was idle
/// since.
constexpr std::int64_t latest_use(Instant now) {
  return now.ms + session_idle_ms;
}

Result<std::optional<Found>> find_session(store::Store const& store, SecretText const& token, Instant now) {
  std::optional<Found> found;
  auto const done = store.read([&](storage::Database& database) -> Result<void> {
    auto row = database.prepare("SELECT " + std::string{account_columns} +
                                ", s.begun_ms, s.used_ms FROM sessions s JOIN accounts a ON a.id = s.account "
                                "WHERE s.token_hash = $1 AND a.disabled = 0");
    CE_TRY(bool const there, row.bind(1, session_id(token)).step());
    if (!there) return {};
    auto const begun = row.integer(account_column_count);
    auto const used = row.integer(account_column_count + 1);
    if (now.ms - begun >= session_whole_ms || now.ms - used >= session_idle_ms || used > latest_use(now))
      return {};
    CE_TRY(auto const account, read_account(row));
    found = Found{signed_in_as(account, token), used};
    return {};
  });
  if (!done) return done.failure();
  return found;
}

Result<void> touch(store::Store& store, std::string const& session, Instant now) {
  return store.write([&](storage::Database& database) {
    return database.prepare("UPDATE sessions SET used_ms = $2 WHERE token_hash = $1")
        .bind(1, session)
        .bind(2, now.ms)
        .run();
  });
}

}  // namespace

Result<std::optional<SignedIn>> session_of(store::Store& store, SecretText const& token, Instant now) {
  CE_TRY(auto found, find_session(store, token, now));
  if (!found) return std::optional<SignedIn>{};
  if (now.ms - found->used >= touch_ms) CE_CHECK(touch(store, found->who.session, now));
  return std::optional{std::move(found->who)};
}

Result<std::optional<SignedIn>> look_at_session(store::Store const& store, SecretText const& token,
                                                Instant now) {
  CE_TRY(auto found, find_session(store, token, now));
  if (!found) return std::optional<SignedIn>{};
  return std::optional{std::move(found->who)};
}

Result<Begun> begin_session(storage::Database& database, Account const& account, Instant now) {
  CE_CHECK(database.prepare("DELETE FROM sessions WHERE used_ms <= $1 OR used_ms > $2")
               .bind(1, now.ms - session_idle_ms)
               .bind(2, latest_use(now))
               .run());
  auto token = store::make_key();
  auto insert = database.prepare(
      "INSERT INTO sessions (token_hash, account, begun_ms, used_ms) VALUES ($1, $2, $3, $4)");
  insert.bind(1, session_id(token)).bind(2, account.id).bind(3, now.ms).bind(4, now.ms);
  CE_CHECK(insert.run());
  auto who = signed_in_as(account, token);
  return Begun{std::move(token), std::move(who)};
}

Result<void> end_session(storage::Database& database, std::string_view session) {
  return database.prepare("DELETE FROM sessions WHERE token_hash = $1").bind(1, session).run();
}

Result<void> end_sessions(storage::Database& database, std::string_view account, std::string_view except) {
  return database.prepare("DELETE FROM sessions WHERE account = $1 AND token_hash <> $2")
      .bind(1, account)
      .bind(2, except)
      .run();
}

std::string session_id(SecretText const& token) {
  return store::sha256_hex(token.reveal());
}

}  // namespace ce::accounts
