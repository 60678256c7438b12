#include "central/alarms/rows.h"

#include "central/alarms/message.h"
#include "shared/base/entry_id.h"

namespace ce::alarms {
namespace {

constexpr std::string_view alarm_columns =
    "SELECT a.id, a.kiosk, k.region, k.hall, a.kind, a.detail, a.begun_ms, a.ended_ms FROM alarms a "
    "JOIN kiosks k ON k.id = a.kiosk ";

Result<std::vector<Alarm>> read_alarms(storage::Statement& rows) {
  std::vector<Alarm> found;
  for (;;) {
    CE_TRY(bool const more, rows.step());
    if (!more) return found;
    auto const kind = kind_named(rows.text(4));
    if (!kind) continue;  // of a newer central
    Alarm alarm{rows.text(0), rows.text(1), rows.text(2),     rows.text(3),
                *kind,        rows.text(5), {rows.integer(6)}};
    if (auto const ended = rows.optional_integer(7)) alarm.ended = Instant{*ended};
    found.push_back(std::move(alarm));
  }
}

}  // namespace

Result<std::vector<Alarm>> standing(storage::Database& database) {
  auto rows =
      database.prepare(std::string{alarm_columns} + "WHERE a.ended_ms IS NULL ORDER BY a.kiosk, a.kind");
  return read_alarms(rows);
}

Result<std::vector<Alarm>> listed(store::Store const& store, store::RegionScope const& scope,
                                  std::size_t most_ended) {
  std::vector<Alarm> found;
  auto const done = store.read([&](storage::Database& database) -> Result<void> {
    std::string const of_region = "AND k.region BETWEEN $1 AND $2 ";
    auto stand = database.prepare(std::string{alarm_columns} + "WHERE a.ended_ms IS NULL " + of_region +
                                  "ORDER BY a.begun_ms DESC, a.id");
    stand.bind(1, scope.code).bind(2, scope.last());
    CE_TRY(found, read_alarms(stand));
    auto over = database.prepare(std::string{alarm_columns} + "WHERE a.ended_ms IS NOT NULL " + of_region +
                                 "ORDER BY a.ended_ms DESC, a.id LIMIT $3");
    over.bind(1, scope.code).bind(2, scope.last()).bind(3, static_cast<std::int64_t>(most_ended));
    CE_TRY(auto const ended, read_alarms(over));
    found.insert(found.end(), ended.begin(), ended.end());
    return {};
  });
  if (!done) return done.failure();
  return found;
}

Result<bool> begin(storage::Database& database, Alarm const& alarm) {
  CE_CHECK(database
               .prepare("INSERT INTO alarms (id, kiosk, kind, detail, begun_ms, seen_ms) "
                        "VALUES ($1, $2, $3, $4, $5, $5) ON CONFLICT DO NOTHING")
               .bind(1, alarm.id)
               .bind(2, alarm.kiosk)
               .bind(3, word_of(alarm.kind))
               .bind(4, alarm.detail)
               .bind(5, alarm.begun.ms)
               .run());
  return database.changes() == 1;
}

Result<bool> end(storage::Database& database, Alarm const& alarm, Instant now) {
  CE_CHECK(database.prepare("UPDATE alarms SET ended_ms = $2 WHERE id = $1 AND ended_ms IS NULL")
               .bind(1, alarm.id)
               .bind(2, now.ms)
               .run());
  return database.changes() == 1;
}

Result<void> seen_again(storage::Database& database, Alarm const& alarm, Instant now) {
  return database.prepare("UPDATE alarms SET seen_ms = $2 WHERE id = $1")
      .bind(1, alarm.id)
      .bind(2, now.ms)
      .run();
}

Result<Instant> last_seen(storage::Database& database, Alarm const& alarm) {
  auto row = database.prepare("SELECT seen_ms FROM alarms WHERE id = $1");
  CE_TRY(bool const there, row.bind(1, alarm.id).step());
  return Instant{there ? row.integer(0) : 0};
}

Result<void> to_deliver(storage::Database& database, Alarm const& alarm, Instant now) {
  auto const id = EntryId::make().text();
  return database
      .prepare(
          "INSERT INTO alarm_deliveries (id, alarm, body, made_ms, tries, next_ms, trouble) "
          "VALUES ($1, $2, $3, $4, 0, $4, '')")
      .bind(1, id)
      .bind(2, alarm.id)
      .bind(3, message_of(alarm, id))
      .bind(4, now.ms)
      .run();
}

}  // namespace ce::alarms
