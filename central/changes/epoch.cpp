#include "central/changes/epoch.h"

#include "shared/base/entry_id.h"

namespace ce::changes {
namespace {

std::string fresh_epoch() {
  return EntryId::make().text().substr(0, 8);
}

}  // namespace

Result<std::optional<std::string>> epoch(storage::Database& database) {
  auto row = database.prepare("SELECT epoch FROM change_epoch WHERE id = 1");
  CE_TRY(bool const there, row.step());
  return there ? std::optional{row.text(0)} : std::nullopt;
}

Result<std::optional<Instant>> epoch_began(storage::Database& database) {
  auto row = database.prepare("SELECT began_ms FROM change_epoch WHERE id = 1");
  CE_TRY(bool const there, row.step());
  return there ? std::optional{Instant{row.integer(0)}} : std::nullopt;
}

Result<void> ensure_epoch(storage::Database& database, Instant now) {
  return database
      .prepare(
          "INSERT INTO change_epoch (id, epoch, began_ms) VALUES (1, $1, $2) ON CONFLICT (id) DO NOTHING")
      .bind(1, fresh_epoch())
      .bind(2, now.ms)
      .run();
}

Result<void> begin_epoch(storage::Database& database, Instant now) {
  // Who was heard by a clock that was ahead has not been heard since the backup.
  CE_CHECK(database.prepare("UPDATE kiosk_health SET delivered_ms = NULL WHERE delivered_ms > $1")
               .bind(1, now.ms)
               .run());
  return database
      .prepare(
          "INSERT INTO change_epoch (id, epoch, began_ms, grants_from_ms, issuing_paused_ms) "
          "VALUES (1, $1, $2, $3 + 60000 * (SELECT COALESCE(MAX(pre_grant_minutes), 0) FROM kiosks), $4) "
          "ON CONFLICT (id) DO UPDATE SET epoch = excluded.epoch, began_ms = excluded.began_ms, "
          "grants_from_ms = excluded.grants_from_ms, issuing_paused_ms = excluded.issuing_paused_ms")
      .bind(1, fresh_epoch())
      .bind(2, now.ms)
      .bind(3, now.ms)
      .bind(4, now.ms)
      .run();
}

}  // namespace ce::changes
