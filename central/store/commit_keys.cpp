#include "central/store/commit_keys.h"

#include <openssl/rand.h>

#include <array>
#include <cstdio>

#include "shared/base/clock.h"

namespace ce::store {
namespace {

constexpr std::int64_t one_day_ms = 86'400'000;
// The server's clock, so that those who made a key and those who drop it mean the same.
constexpr std::string_view keep =
    "INSERT INTO commit_keys (key, kept, made_ms) VALUES ($1, 1, CAST(EXTRACT(EPOCH FROM CURRENT_TIMESTAMP) "
    "* 1000 AS BIGINT))";
// Its own writing makes the commit wait for the synchronous standby, and with it all that was committed
// before: a key found here is not lost with this server. It waits for whoever has written the key and not
// ended, and a transaction that comes to its key after this finds it taken.
constexpr std::string_view claim =
    "INSERT INTO commit_keys (key, kept, made_ms) VALUES ($1, 0, CAST(EXTRACT(EPOCH FROM CURRENT_TIMESTAMP) "
    "* 1000 AS BIGINT)) ON CONFLICT (key) DO UPDATE SET made_ms = commit_keys.made_ms RETURNING kept";
constexpr std::string_view drop =
    "DELETE FROM commit_keys WHERE key IN (SELECT k.key FROM commit_keys k WHERE k.made_ms < "
    "CAST(EXTRACT(EPOCH FROM CURRENT_TIMESTAMP) * 1000 AS BIGINT) - $1 LIMIT $2)";

}  // namespace

std::string new_commit_key() {
  std::uint64_t chance = 0;
  RAND_bytes(reinterpret_cast<unsigned char*>(&chance), sizeof(chance));
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%012llx%016llx",
                static_cast<unsigned long long>(SystemClock{}.now().ms),
                static_cast<unsigned long long>(chance));
  return text.data();
}

Result<void> keep_commit_key(storage::Database& database, std::string const& key) {
  return database.prepare(keep).bind(1, key).run_later();
}

Result<bool> was_kept(storage::Database& database, std::string const& key) {
  CE_TRY(auto transaction, database.begin(storage::Isolation::row_locks));
  CE_CHECK(database.execute("SET LOCAL lock_timeout = 10000"));
  bool kept = false;
  {
    auto row = database.prepare(claim);
    CE_CHECK(row.bind(1, key).step());
    kept = row.integer(0) != 0;
  }
  CE_CHECK(transaction.commit());
  return kept;
}

Result<std::int64_t> drop_old_commit_keys(storage::Database& database) {
  CE_CHECK(database.prepare(drop).bind(1, one_day_ms).bind(2, commit_keys_at_once).run());
  return database.changes();
}

}  // namespace ce::store
