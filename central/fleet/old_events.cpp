#include "central/fleet/old_events.h"

namespace ce::fleet {
namespace {

constexpr std::int64_t events_at_once = 500;
constexpr std::int64_t one_day_ms = 86'400'000;

}  // namespace

Result<std::int64_t> drop_old_events(store::Store& store, std::int64_t days, Instant now) {
  std::int64_t dropped = 0;
  auto const done = store.write([&](storage::Database& database) -> Result<void> {
    auto drop = database.prepare(
        "DELETE FROM kiosk_events WHERE entry_id IN (SELECT e.entry_id FROM kiosk_events e WHERE "
        "e.received_ms < $1 AND (e.ledger IS NULL OR EXISTS (SELECT 1 FROM kiosk_events l WHERE "
        "l.kiosk = e.kiosk AND l.ledger = e.ledger AND l.number > e.number)) ORDER BY e.received_ms LIMIT "
        "$2)");
    CE_CHECK(drop.bind(1, now.ms - days * one_day_ms).bind(2, events_at_once).run());
    dropped = database.changes();
    return {};
  });
  if (!done) return done.failure();
  return dropped;
}

Result<bool> keep_house(store::Store& store, std::int64_t days, Instant now) {
  CE_TRY(auto const dropped, drop_old_events(store, days, now));
  CE_TRY(bool const more, store.tidy());
  return more || dropped == events_at_once;
}

}  // namespace ce::fleet
