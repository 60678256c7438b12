#include "central/store/event_places.h"

namespace ce::store {

Result<void> note_place(storage::Database& database, std::string_view kiosk,
                        protocol::KioskEvent const& event) {
  if (!event.place) return {};
  auto update = database.prepare(
      "UPDATE kiosk_events SET ledger = $3, number = $4 WHERE entry_id = $1 AND kiosk = $2 AND ledger IS "
      "NULL");
  update.bind(1, event.id.text()).bind(2, kiosk).bind(3, event.place->ledger.text());
  return update.bind(4, event.place->number).run();
}

Result<bool> place_is_taken(storage::Database& database, std::string_view kiosk,
                            protocol::KioskEvent const& event) {
  if (!event.place) return false;
  auto row = database.prepare(
      "SELECT 1 FROM kiosk_events WHERE kiosk = $1 AND ledger = $2 AND number = $3 AND entry_id <> $4");
  row.bind(1, kiosk).bind(2, event.place->ledger.text()).bind(3, event.place->number);
  return row.bind(4, event.id.text()).step();
}

Result<protocol::LedgerHeld> newest_held(storage::Database& database, std::string_view kiosk,
                                         EntryId const& ledger, std::optional<Instant> before) {
  auto row = database.prepare(
      "SELECT number, entry_id FROM kiosk_events WHERE kiosk = $1 AND ledger = $2 AND received_ms < $3 ORDER "
      "BY number DESC LIMIT 1");
  row.bind(1, kiosk).bind(2, ledger.text()).bind(3, before ? before->ms : INT64_MAX);
  CE_TRY(bool const there, row.step());
  protocol::LedgerHeld held;
  if (!there) return held;
  held.number = row.integer(0);
  CE_TRY(held.event, EntryId::parse(row.text(1)));
  return held;
}

}  // namespace ce::store
