#include "central/store/digest.h"
#include "central/store/store.h"
#include "shared/password/password_hash.h"

namespace ce::store {
namespace {

constexpr int tries_allowed = 5;
constexpr std::int64_t window_ms = 15LL * 60 * 1000;
constexpr std::size_t shortest = 8;
constexpr std::size_t longest = 64;

/// What there is to verify against, after this try was counted.
struct Attempt {
  bool locked = false;
  std::optional<std::string> hash;
};

/// The window runs from the first try; the fifth starts it anew, so that the lock lasts its full time.
/// Counts the try before it is known to be wrong, so that many at once get no more than five either.
Result<bool> count_try(storage::Database& database, std::string const& id_hash, Instant now) {
  CE_CHECK(
      database.prepare("DELETE FROM query_tries WHERE since_ms <= $1").bind(1, now.ms - window_ms).run());
  auto row = database.prepare("SELECT tries FROM query_tries WHERE id_hash = $1");
  CE_TRY(bool const there, row.bind(1, id_hash).step());
  if (there && row.integer(0) >= tries_allowed) return false;
  CE_CHECK(database
               .prepare("INSERT INTO query_tries (id_hash, tries, since_ms) VALUES ($1, 1, $2) "
                        "ON CONFLICT (id_hash) DO UPDATE SET tries = query_tries.tries + 1, "
                        "since_ms = CASE WHEN query_tries.tries + 1 >= $3 THEN excluded.since_ms "
                        "ELSE query_tries.since_ms END")
               .bind(1, id_hash)
               .bind(2, now.ms)
               .bind(3, tries_allowed)
               .run());
  return true;
}

Result<Attempt> begin_attempt(storage::Database& database, SecretText const& id_number,
                              std::string const& id_hash, Instant now) {
  CE_TRY(bool const allowed, count_try(database, id_hash, now));
  if (!allowed) return Attempt{true, {}};
  auto row = database.prepare(
      "SELECT q.hash FROM query_passwords q JOIN professionals p ON p.id = q.professional WHERE p.id_number "
      "= $1");
  CE_TRY(bool const there, row.bind(1, id_number.reveal()).step());
  return Attempt{false, there ? std::optional{row.text(0)} : std::nullopt};
}

/// Verified against where there is no person or no password, so that nobody learns that from the time taken.
std::string const& nobodys_hash() {
  static std::string const hash = password::hash(SecretText{EntryId::make().text()});
  return hash;
}

}  // namespace

Result<void> Store::verify_query_password(SecretText const& id_number, SecretText const& password,
                                          Instant now) {
  auto const id_hash = sha256_hex(id_number.reveal());
  Attempt attempt;
  auto const done = write([&](storage::Database& database) -> Result<void> {
    CE_TRY(attempt, begin_attempt(database, id_number, id_hash, now));
    return {};
  });
  if (!done) return done.failure();
  if (attempt.locked) {
    return Failure{FailureCode::credential_locked, "five wrong query passwords; locked for 15 minutes"};
  }
  bool const same = password::matches(password, attempt.hash.value_or(nobodys_hash()));
  if (!same || !attempt.hash)
    return Failure{FailureCode::credential_refused, "wrong number or query password"};
  return write([&](storage::Database& database) {
    return database.prepare("DELETE FROM query_tries WHERE id_hash = $1").bind(1, id_hash).run();
  });
}

Result<void> Store::set_query_password(SecretText const& id_number, SecretText const& password) {
  auto const size = password.reveal().size();
  if (size < shortest || size > longest) {
    return Failure{FailureCode::input_invalid, "a query password has 8 to 64 characters"};
  }
  auto const hash = password::hash(password);
  return write([&](storage::Database& database) -> Result<void> {
    auto person = database.prepare("SELECT id FROM professionals WHERE id_number = $1");
    CE_TRY(bool const there, person.bind(1, id_number.reveal()).step());
    if (!there) return Failure{FailureCode::person_unknown, "nobody has that number"};
    return database
        .prepare(
            "INSERT INTO query_passwords (professional, hash) VALUES ($1, $2) "
            "ON CONFLICT (professional) DO UPDATE SET hash = excluded.hash")
        .bind(1, person.integer(0))
        .bind(2, hash)
        .run();
  });
}

}  // namespace ce::store
