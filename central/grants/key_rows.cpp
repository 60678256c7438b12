#include <array>
#include <system_error>

#include "central/changes/touch.h"
#include "central/grants/keys.h"
#include "central/store/moment.h"
#include "central/store/store.h"
#include "shared/base/entry_id.h"

namespace ce::grants {
namespace {

// The month tells an operator which is which; the rest keeps two made in one month apart.
std::string fresh_id(Instant now) {
  return rfc3339(now).substr(0, 8) + EntryId::make().text().substr(0, 8);
}

Result<void> tell_key(storage::Database& database, std::string_view id) {
  return changes::touch(database, std::array{changes::Thing{std::string{changes::common_scope},
                                                            changes::Kind::key, std::string{id}}});
}

}  // namespace

Result<std::vector<KeyLine>> keys(storage::Database& database) {
  std::vector<KeyLine> lines;
  auto rows = database.prepare(
      "SELECT id, public_key, made_ms, retired_ms, withdrawn_ms FROM grant_keys ORDER BY made_ms, id");
  for (;;) {
    CE_TRY(bool const more, rows.step());
    if (!more) return lines;
    lines.push_back({rows.text(0), rows.text(1), Instant{rows.integer(2)}, store::moment_in(rows, 3),
                     store::moment_in(rows, 4)});
  }
}

Result<std::string> signing_key_id(storage::Database& database) {
  auto row = database.prepare(
      "SELECT id FROM grant_keys WHERE retired_ms IS NULL AND withdrawn_ms IS NULL "
      "ORDER BY made_ms DESC, id DESC LIMIT 1");
  CE_TRY(bool const there, row.step());
  if (!there) {
    return Failure{FailureCode::grant_key_missing, "no key signs grants; make one: ce-admin keys new"};
  }
  return row.text(0);
}

Result<void> can_sign(store::Store const& store, signing::KeyRing const& ring) {
  std::string id;
  auto const found = store.read([&](storage::Database& database) -> Result<void> {
    CE_TRY(id, signing_key_id(database));
    return {};
  });
  if (!found) return found.failure();
  auto const key = ring.key(id);
  return key ? Result<void>{} : key.failure();
}

Result<std::string> make_key(store::Store& store, signing::KeyRing const& ring, Instant now,
                             audit::Author const& by) {
  auto const key = signing::SigningKey::make(signature::Algorithm::ed25519);
  auto id = fresh_id(now);
  CE_CHECK(ring.keep(id, key));
  auto const kept = store.write([&](storage::Database& database) -> Result<void> {
    CE_CHECK(database.prepare("INSERT INTO grant_keys (id, public_key, made_ms) VALUES ($1, $2, $3)")
                 .bind(1, id)
                 .bind(2, key.public_key())
                 .bind(3, now.ms)
                 .run());
    CE_CHECK(tell_key(database, id));
    return audit::append(database, by, audit::Action::key_made, {"key", id},
                         audit::detail({{"for", "grants"}}), now);
  });
  if (kept) return id;
  std::error_code ignored;
  std::filesystem::remove(ring.file_of(id), ignored);  // ours, made a moment ago, and of no use now
  return kept.failure();
}

Result<void> retire_key(store::Store& store, std::string_view id, Retirement how, Instant now,
                        audit::Author const& by) {
  auto const* const sql = how == Retirement::ordinary
                              ? "UPDATE grant_keys SET retired_ms = $2 WHERE id = $1 AND retired_ms IS NULL"
                              : "UPDATE grant_keys SET retired_ms = COALESCE(retired_ms, $2), withdrawn_ms = "
                                "$2 WHERE id = $1 AND withdrawn_ms IS NULL";
  return store.write([&](storage::Database& database) -> Result<void> {
    CE_CHECK(database.prepare(sql).bind(1, id).bind(2, now.ms).run());
    if (database.changes() != 1) {
      return Failure{FailureCode::input_invalid,
                     "no key '" + std::string{id} + "' that could be retired; see ce-admin keys list"};
    }
    CE_CHECK(tell_key(database, id));
    return audit::append(database, by, audit::Action::key_ended, {"key", std::string{id}},
                         audit::detail({{"for", "grants"}, {"compromised", how == Retirement::compromised}}),
                         now);
  });
}

}  // namespace ce::grants
