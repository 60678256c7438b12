#include <array>
#include <system_error>

#include "central/changes/touch.h"
#include "central/store/moment.h"
#include "central/store/store.h"
#include "central/tokens/keys.h"
#include "shared/token/token.h"

namespace ce::tokens {
namespace {

constexpr std::int64_t year_ms = 31'556'952'000;

Result<void> tell(storage::Database& database, std::string_view id) {
  return changes::touch(
      database, std::array{changes::Thing{std::string{changes::common_scope}, changes::Kind::certificate_key,
                                          std::string{id}}});
}

Result<void> insert(storage::Database& database, KeyLine const& line) {
  auto row = database.prepare(
      "INSERT INTO certificate_keys (id, algorithm, public_key, made_ms, valid_until_ms) "
      "VALUES ($1, $2, $3, $4, $5)");
  row.bind(1, line.key.id).bind(2, signature::word_of(line.key.algorithm)).bind(3, line.key.public_key);
  CE_CHECK(row.bind(4, line.made.ms).bind(5, line.key.valid_until.ms).run());
  return tell(database, line.key.id);
}

bool may_sign(KeyLine const& line, Instant now) {
  return !line.key.retired && !line.key.revoked &&
         now.ms - line.made.ms <= (line.key.valid_until.ms - line.made.ms) / 2;
}

}  // namespace

Result<std::vector<KeyLine>> keys(storage::Database& database) {
  std::vector<KeyLine> lines;
  auto rows = database.prepare(
      "SELECT id, algorithm, public_key, made_ms, valid_until_ms, retired_ms, revoked_ms FROM "
      "certificate_keys "
      "ORDER BY made_ms, id");
  for (;;) {
    CE_TRY(bool const more, rows.step());
    if (!more) return lines;
    auto const algorithm = signature::algorithm_named(rows.text(1));
    if (!algorithm) return Failure{FailureCode::storage_fault, "certificate_keys: unknown algorithm"};
    lines.push_back({{rows.text(0), *algorithm, rows.text(2), Instant{rows.integer(4)},
                      store::moment_in(rows, 5), store::moment_in(rows, 6)},
                     Instant{rows.integer(3)}});
  }
}

Result<token::KeySet> key_set(storage::Database& database) {
  CE_TRY(auto const lines, keys(database));
  std::vector<token::VerificationKey> all;
  all.reserve(lines.size());
  for (auto const& line : lines) all.push_back(line.key);
  return token::KeySet{all};
}

Result<std::string> signing_key_id(storage::Database& database, Instant now) {
  CE_TRY(auto const lines, keys(database));
  for (auto line = lines.rbegin(); line != lines.rend(); ++line) {
    if (may_sign(*line, now)) return line->key.id;
  }
  return Failure{FailureCode::grant_key_missing,
                 "no key signs certificates; make one: ce-admin keys new --for certificates"};
}

Result<void> can_sign(store::Store const& store, signing::KeyRing const& ring, Instant now) {
  std::string id;
  auto const found = store.read([&](storage::Database& database) -> Result<void> {
    CE_TRY(id, signing_key_id(database, now));
    return {};
  });
  if (!found) return found.failure();
  auto const key = ring.key(id);
  return key ? Result<void>{} : key.failure();
}

Result<std::string> make_key(store::Store& store, signing::KeyRing const& ring, NewKey const& wanted,
                             Instant now, audit::Author const& by) {
  if (wanted.validity_years < 2 || wanted.validity_years > longest_validity_years) {
    return Failure{FailureCode::input_invalid, "a key is valid for 2 to 60 years"};
  }
  auto const key = signing::SigningKey::make(wanted.algorithm);
  KeyLine line;
  line.made = now;
  line.key.algorithm = wanted.algorithm;
  line.key.public_key = key.public_key();
  line.key.id = token::key_id_of(line.key.public_key);
  line.key.valid_until = {now.ms + wanted.validity_years * year_ms};
  CE_CHECK(ring.keep(line.key.id, key));
  auto const kept = store.write([&](storage::Database& database) -> Result<void> {
    CE_CHECK(insert(database, line));
    return audit::append(database, by, audit::Action::key_made, {"key", line.key.id},
                         audit::detail({{"for", "certificates"}, {"years", wanted.validity_years}}), now);
  });
  if (kept) return line.key.id;
  std::error_code ignored;
  std::filesystem::remove(ring.file_of(line.key.id), ignored);  // made a moment ago, and of no use now
  return kept.failure();
}

Result<void> end_key(store::Store& store, std::string_view id, Ending how, Instant now,
                     audit::Author const& by) {
  auto const* const sql =
      how == Ending::retired
          ? "UPDATE certificate_keys SET retired_ms = $2 WHERE id = $1 AND retired_ms IS NULL"
          : "UPDATE certificate_keys SET retired_ms = COALESCE(retired_ms, $2), revoked_ms = $2 "
            "WHERE id = $1 AND revoked_ms IS NULL";
  return store.write([&](storage::Database& database) -> Result<void> {
    CE_CHECK(database.prepare(sql).bind(1, id).bind(2, now.ms).run());
    if (database.changes() != 1) {
      return Failure{FailureCode::input_invalid,
                     "no key '" + std::string{id} + "' that could be ended so; see ce-admin keys list"};
    }
    CE_CHECK(tell(database, id));
    return audit::append(database, by, audit::Action::key_ended, {"key", std::string{id}},
                         audit::detail({{"for", "certificates"}, {"compromised", how == Ending::revoked}}),
                         now);
  });
}

}  // namespace ce::tokens
