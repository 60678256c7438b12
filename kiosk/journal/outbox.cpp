#include "kiosk/journal/outbox.h"

#include "kiosk/journal/life.h"
#include "shared/protocol/json.h"

namespace ce::journal {

Result<void> post_event(storage::Database& database, protocol::KioskEvent const& event) {
  auto insert = database.prepare("INSERT INTO outbox (id, body) VALUES ($1, $2)");
  std::string const body = protocol::write(event);
  return insert.bind(1, event.id.text()).bind(2, body).run();
}

Result<PendingEvents> pending_events(storage::Database& database, std::size_t limit) {
  // Those that cannot be read do not count: they would fill the batch and hold up the rest.
  auto select = database.prepare("SELECT id, body, seq FROM outbox WHERE state = 'pending' ORDER BY seq");
  CE_TRY(auto const life, life_of(database));
  PendingEvents found;
  while (found.events.size() < limit) {
    CE_TRY(bool const row, select.step());
    if (!row) return found;
    auto event = protocol::read_event(select.text(1));
    if (!event) {
      found.unreadable.push_back({select.integer(2), describe(event.failure())});
      continue;
    }
    event->place = {life.ledger, select.integer(2)};
    found.events.push_back(std::move(event).value());
  }
  return found;
}

Result<void> refuse_unreadable(storage::Database& database, UnreadableEvent const& event, Instant at) {
  auto update = database.prepare(
      "UPDATE outbox SET state = 'refused', problem = $2, closed_at = $3 WHERE seq = $1 AND state = "
      "'pending'");
  return update.bind(1, event.seq).bind(2, "unreadable: " + event.why).bind(3, at.ms).run();
}

Result<void> close_event(storage::Database& database, EntryId const& event, std::string_view state,
                         std::string_view problem, Instant at) {
  auto update = database.prepare(
      "UPDATE outbox SET state = $2, problem = nullif($3, ''), closed_at = $4"
      " WHERE id = $1 AND state = 'pending'");
  update.bind(1, event.text()).bind(2, state).bind(3, problem);
  return update.bind(4, at.ms).run();
}

Result<std::int64_t> drop_delivered(storage::Database& database, Instant before, std::int64_t most) {
  auto drop = database.prepare(
      "DELETE FROM outbox WHERE seq IN (SELECT seq FROM outbox WHERE state = 'delivered' AND closed_at < $1 "
      "AND seq < (SELECT max(seq) FROM outbox WHERE state = 'delivered') AND seq < (SELECT max(seq) FROM "
      "outbox) ORDER BY seq LIMIT $2)");
  CE_CHECK(drop.bind(1, before.ms).bind(2, most).run());
  return database.changes();
}

Result<std::vector<RefusedEvent>> refused_events(storage::Database& database) {
  auto select = database.prepare(
      "SELECT id, seq, coalesce(problem, ''), coalesce(closed_at, 0) FROM outbox WHERE state = 'refused' "
      "ORDER BY seq");
  std::vector<RefusedEvent> list;
  while (true) {
    CE_TRY(bool const row, select.step());
    if (!row) return list;
    CE_TRY(auto id, EntryId::parse(select.text(0)));
    list.push_back({std::move(id), select.integer(1), select.text(2), {select.integer(3)}});
  }
}

Result<std::int64_t> count_events(storage::Database& database, std::string_view state) {
  auto select = database.prepare("SELECT count(*) FROM outbox WHERE state = $1");
  select.bind(1, state);
  CE_TRY(bool const row, select.step());
  return row ? select.integer(0) : 0;
}

}  // namespace ce::journal
