#include "central/accounts/tries.h"

#include <algorithm>

#include "central/store/digest.h"
#include "central/verification/rate_limit.h"

namespace ce::accounts {
namespace {

constexpr std::int64_t window_ms = 15LL * 60 * 1000;
constexpr std::int64_t day_ms = 24LL * 60 * 60 * 1000;

struct Count {
  std::int64_t tries = 0;
  std::int64_t since = 0;
  std::int64_t locked_until = 0;
  std::int64_t locks = 0;
};

// Those of a day that is not yet as well: a clock that was years ahead would have locked people out for
// years.
Result<void> forget_old(storage::Database& database, Instant now) {
  return database
      .prepare("DELETE FROM sign_in_tries WHERE (since_ms <= $1 AND locked_until_ms <= $1) OR since_ms > $2")
      .bind(1, now.ms - day_ms)
      .bind(2, now.ms + day_ms)
      .run();
}

// Writing the row first takes it from everybody else until the commit.
Result<Count> take_count(storage::Database& database, std::string const& who, Instant now) {
  auto row = database.prepare(
      "INSERT INTO sign_in_tries (who, tries, since_ms, locked_until_ms, locks) VALUES ($1, 0, $2, 0, 0) "
      "ON CONFLICT (who) DO UPDATE SET who = excluded.who RETURNING tries, since_ms, locked_until_ms, locks");
  CE_CHECK(row.bind(1, who).bind(2, now.ms).step());
  return Count{row.integer(0), row.integer(1), row.integer(2), row.integer(3)};
}

}  // namespace

Result<Try> count_try(storage::Database& database, std::string const& who, int allowed, Instant now) {
  CE_CHECK(forget_old(database, now));
  CE_TRY(auto count, take_count(database, who, now));
  if (count.locked_until > now.ms) return Try::locked;
  if (count.since <= now.ms - window_ms) {
    count.tries = 0;
    count.since = now.ms;
  }
  bool const locks = ++count.tries >= allowed;
  if (locks) {
    auto const doublings = std::min<std::int64_t>(count.locks, 7);
    count.locked_until = now.ms + std::min(window_ms << doublings, day_ms);
    ++count.locks;
  }
  CE_CHECK(
      database
          .prepare("UPDATE sign_in_tries SET tries = $2, since_ms = $3, locked_until_ms = $4, locks = $5 "
                   "WHERE who = $1")
          .bind(1, who)
          .bind(2, count.tries)
          .bind(3, count.since)
          .bind(4, count.locked_until)
          .bind(5, count.locks)
          .run());
  return locks ? Try::last : Try::counted;
}

Result<void> forget_tries(storage::Database& database, std::string const& who) {
  return database.prepare("DELETE FROM sign_in_tries WHERE who = $1").bind(1, who).run();
}

// The others stay counted: else whoever may do one thing right, or knows a login that is locked, would begin
// anew with it whenever the next wrong try were the last.
Result<void> take_back_try(storage::Database& database, std::string const& who, Try which) {
  std::string_view const sql =
      which == Try::last
          ? "UPDATE sign_in_tries SET locked_until_ms = 0, locks = locks - 1, tries = tries - 1 "
            "WHERE who = $1 AND locks > 0 AND tries > 0"
          : "UPDATE sign_in_tries SET tries = tries - 1 WHERE who = $1 AND tries > 0";
  return database.prepare(sql).bind(1, who).run();
}

std::string login_key(std::string_view login) {
  return store::sha256_hex("login:" + std::string{login});
}

std::string address_key(std::string_view address) {
  return store::sha256_hex("address:" + verification::caller_of(address));
}

std::string account_key(std::string_view account) {
  return store::sha256_hex("account:" + std::string{account});
}

}  // namespace ce::accounts
