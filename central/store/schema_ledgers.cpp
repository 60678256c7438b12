#include "central/store/schema_steps.h"

namespace ce::store {
namespace {

// A place is found by its ledger; the newest of a ledger is what a restored store still has of it.
constexpr std::string_view ledgers = R"(
ALTER TABLE kiosk_events ADD COLUMN ledger TEXT;
ALTER TABLE kiosk_events ADD COLUMN number BIGINT;
CREATE INDEX kiosk_events_by_place ON kiosk_events (kiosk, ledger, number) WHERE ledger IS NOT NULL;
ALTER TABLE kiosk_health ADD COLUMN outbox_refused BIGINT NOT NULL DEFAULT 0;
ALTER TABLE kiosk_health ADD COLUMN ledger_standing TEXT NOT NULL DEFAULT 'sound';
CREATE TABLE kiosk_notes (
  entry_id TEXT PRIMARY KEY,
  kiosk TEXT NOT NULL REFERENCES kiosks (id),
  kind TEXT NOT NULL,
  detail TEXT NOT NULL,
  noted_ms BIGINT NOT NULL,
  received_ms BIGINT NOT NULL
);
)";

// Deliveries are dropped by age (central/fleet/old_events.h).
constexpr std::string_view ages = "CREATE INDEX kiosk_events_by_age ON kiosk_events (received_ms);";

// What one kiosk noted, newest first, and its last pause.
constexpr std::string_view notes = R"(
CREATE INDEX kiosk_notes_by_kiosk ON kiosk_notes (kiosk, noted_ms);
CREATE INDEX kiosk_notes_by_kind ON kiosk_notes (kind, kiosk, noted_ms);
)";

// toner_low NULL: a kiosk of before, or its printer was not asked yet. The others NULL: not known.
constexpr std::string_view supplies = R"(
ALTER TABLE kiosk_health ADD COLUMN toner_low BIGINT;
ALTER TABLE kiosk_health ADD COLUMN toner_percent BIGINT;
ALTER TABLE kiosk_health ADD COLUMN paper_low BIGINT;
ALTER TABLE kiosk_health ADD COLUMN blanks_left BIGINT;
ALTER TABLE kiosk_health ADD COLUMN blanks_low BIGINT;
)";

}  // namespace

storage::Migration ledgers_step() {
  return {"ledgers", ledgers};
}

storage::Migration ages_step() {
  return {"ages of events", ages};
}

storage::Migration notes_step() {
  return {"notes by kiosk", notes};
}

storage::Migration supplies_step() {
  return {"supplies of kiosks", supplies};
}

}  // namespace ce::store
