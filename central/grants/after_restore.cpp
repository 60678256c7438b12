#include "central/grants/after_restore.h"

#include <algorithm>

namespace ce::grants {
namespace {

Failure forgotten(Instant until) {
  return held(until, "系统刚从备份恢复，此前发出的打印授权可能仍在使用；");
}

}  // namespace

Result<void> check_forgotten(storage::Database& database, Terms const& terms, std::string_view kiosk,
                             Instant now) {
  auto restored = database.prepare(
      "SELECT began_ms, grants_from_ms FROM change_epoch WHERE id = 1 AND grants_from_ms IS NOT NULL");
  CE_TRY(bool const is_restored, restored.step());
  if (!is_restored) return {};
  Instant const ended{std::max(restored.integer(1), restored.integer(0) + terms.minutes * minute_ms) +
                      grant::clock_slack_ms};
  if (now <= ended) return forgotten(ended);
  Instant const silent_until{ended.ms + terms.silence_hours * hour_ms};
  if (now > silent_until) return {};
  // One that has no heartbeat in the backup may have begun to serve after it.
  auto unheard = database.prepare(
      "SELECT 1 FROM kiosks k LEFT JOIN kiosk_health h ON h.kiosk = k.id WHERE k.id <> $1 AND "
      "COALESCE(h.delivered_ms, 0) <= $2 LIMIT 1");
  CE_TRY(bool const waits, unheard.bind(1, kiosk).bind(2, ended.ms).step());
  if (waits) return forgotten(silent_until);
  return {};
}

}  // namespace ce::grants
