#include "central/accounts/sign_in.h"

#include "central/accounts/credential.h"
#include "central/accounts/tries.h"
#include "central/audit/audit.h"

namespace ce::accounts {
namespace {

constexpr std::size_t longest_login = 64;
constexpr std::size_t longest_password_bytes = 1024;

/// One attempt on its way.
struct Attempt {
  Credential credential;
  std::string address;
  Try by_login = Try::locked;
  Try by_address = Try::locked;
};

audit::Author author_of(std::optional<Account> const& account) {
  if (!account) return {{}, {}, "440000"};
  return {account->id, std::string{party_word(account->role)}, account->region};
}

audit::Subject subject_of(std::optional<Account> const& account) {
  return {"account", account ? account->id : std::string{}};
}

Result<void> note(storage::Database& database, Attempt const& attempt, audit::Action action,
                  std::string const& detail, Instant now) {
  auto const& account = attempt.credential.account;
  return audit::append(database, author_of(account), action, subject_of(account), detail, now);
}

// Only what begins a lock is noted: a locked login must not let anybody fill the chain. Nor does one count
// against its address, for nothing is verified: who goes on trying one account locks no office.
Result<void> count(storage::Database& database, Attempt& attempt, std::string_view login, Instant now) {
  CE_TRY(attempt.credential, credential_of(database, login, now));
  CE_TRY(attempt.by_address, count_try(database, attempt.address, tries_of_address, now));
  if (attempt.by_address == Try::locked) return {};
  CE_TRY(attempt.by_login, count_try(database, attempt.credential.key, tries_of_login, now));
  if (attempt.by_login != Try::locked) return {};
  return take_back_try(database, attempt.address, attempt.by_address);
}

Result<void> refuse(storage::Database& database, Attempt const& attempt, Instant now) {
  bool const locks = attempt.by_login == Try::last || attempt.by_address == Try::last;
  auto const why =
      attempt.credential.account && attempt.credential.account->disabled ? "disabled" : "credential";
  CE_CHECK(note(database, attempt, audit::Action::sign_in_failed, audit::detail({{"why", why}}), now));
  if (!locks) return {};
  auto const what = attempt.by_login == Try::last ? "login" : "address";
  return note(database, attempt, audit::Action::sign_in_locked, audit::detail({{"what", what}}), now);
}

Result<Begun> let_in(storage::Database& database, Attempt const& attempt, SignIn const& typed, Instant now) {
  auto const& account = *attempt.credential.account;
  CE_CHECK(take_back_try(database, attempt.address, attempt.by_address));
  CE_CHECK(forget_tries(database, attempt.credential.key));
  if (account.role == Role::professional) CE_CHECK(keep_own_account(database, account));
  if (typed.old_token) CE_CHECK(end_session(database, session_id(*typed.old_token)));
  CE_TRY(auto begun, begin_session(database, account, now));
  CE_CHECK(note(database, attempt, audit::Action::signed_in, audit::detail({}), now));
  return begun;
}

// Whether what was verified still stands: the password may have been reset meanwhile, the account disabled.
Result<bool> still_stands(storage::Database& database, Attempt const& attempt, SignIn const& typed,
                          Instant now) {
  CE_TRY(auto const today, credential_of(database, typed.login, now));
  return today.account && !today.account->disabled && today.hash == attempt.credential.hash;
}

}  // namespace

Result<Begun> sign_in(store::Store& store, SignIn const& typed, Instant now) {
  Failure const refused{FailureCode::credential_refused, "wrong login or password"};
  if (typed.login.size() > longest_login || typed.password.reveal().size() > longest_password_bytes)
    return refused;
  Attempt attempt;
  attempt.address = address_key(typed.address);
  CE_CHECK(store.write([&](storage::Database& database) -> Result<void> {
    return count(database, attempt, typed.login, now);
  }));
  if (attempt.by_login == Try::locked) {
    return Failure{FailureCode::credential_locked, "too many wrong passwords; locked for a while"};
  }
  bool const same = verify(typed.password, attempt.credential.hash);
  bool right = false;
  Begun begun;
  CE_CHECK(store.write([&](storage::Database& database) -> Result<void> {
    CE_TRY(bool const stands, still_stands(database, attempt, typed, now));
    right = same && stands;
    if (!right) return refuse(database, attempt, now);
    CE_TRY(begun, let_in(database, attempt, typed, now));
    return {};
  }));
  if (!right) return refused;
  return begun;
}

Result<void> sign_out(store::Store& store, SignedIn const& who, bool everywhere, Instant now) {
  return store.write([&](storage::Database& database) -> Result<void> {
    CE_CHECK(everywhere ? end_sessions(database, who.account) : end_session(database, who.session));
    audit::Author const author{who.account, std::string{party_word(who.role)}, who.actor.region};
    return audit::append(database, author, audit::Action::signed_out, {"account", who.account},
                         audit::detail({{"everywhere", everywhere}}), now);
  });
}

}  // namespace ce::accounts
