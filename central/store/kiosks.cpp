#include <algorithm>

#include "central/store/store.h"

namespace ce::store {
namespace {

std::optional<protocol::Supplies> read_supplies(storage::Statement const& row, int at) {
  auto const toner_low = row.optional_integer(at);
  if (!toner_low) return std::nullopt;
  protocol::Supplies supplies{.toner_low = *toner_low != 0,
                              .paper_low = row.integer(at + 2) != 0,
                              .blanks_left = row.optional_integer(at + 3),
                              .blanks_low = row.integer(at + 4) != 0};
  if (auto const percent = row.optional_integer(at + 1)) supplies.toner_percent = static_cast<int>(*percent);
  return supplies;
}

KioskLine read_line(storage::Statement const& row) {
  KioskLine line;
  line.kiosk = {row.text(0), row.text(1), row.text(2)};
  line.enrolled = Instant{row.integer(3)};
  if (auto const seen = row.optional_integer(4)) line.last_seen = Instant{*seen};
  line.health.program_version = row.text(5);
  line.health.uptime_seconds = row.integer(6);
  line.health.reader_ok = row.integer(7) != 0;
  line.health.printer_ok = row.integer(8) != 0;
  line.health.printer_problem = row.text(9);
  line.health.outbox_pending = static_cast<int>(row.integer(10));
  line.health.prints_unresolved = static_cast<int>(row.integer(11));
  line.health.outbox_refused = static_cast<int>(row.integer(12));
  line.ledger_outdated = row.text(13) == "outdated";
  if (auto const ends = row.optional_integer(14)) line.certified_until = Instant{*ends};
  if (auto const since = row.optional_integer(15)) line.cut_off = Instant{*since};
  line.health.supplies = read_supplies(row, 17);
  // Who is heard after that was let in anew by a key.
  auto const revoked = std::max(row.optional_integer(16), row.optional_integer(22));
  line.revoked = !line.certified_until && revoked && (!line.last_seen || line.last_seen->ms <= *revoked);
  if (auto const when = row.optional_integer(23)) line.ungranted = Instant{*when};
  return line;
}

void bind_supplies(storage::Statement& upsert, std::optional<protocol::Supplies> const& supplies) {
  using Number = std::optional<std::int64_t>;
  auto const told = [&](bool low) { return supplies ? Number{low ? 1 : 0} : Number{}; };
  auto const some = supplies.value_or(protocol::Supplies{});
  upsert.bind(13, told(some.toner_low));
  upsert.bind(14, some.toner_percent ? Number{*some.toner_percent} : Number{});
  upsert.bind(15, told(some.paper_low)).bind(16, some.blanks_left).bind(17, told(some.blanks_low));
}

Result<std::optional<Kiosk>> one_kiosk(Store const& store, std::string_view sql, std::string_view value) {
  std::optional<Kiosk> answer;
  auto const done = store.read([&](storage::Database& database) -> Result<void> {
    auto row = database.prepare(sql);
    CE_TRY(bool const there, row.bind(1, value).step());
    if (there) answer = Kiosk{row.text(0), row.text(1), row.text(2)};
    return {};
  });
  if (!done) return done.failure();
  return answer;
}

}  // namespace

Result<void> upsert_health(storage::Database& database, std::string_view kiosk,
                           protocol::Health const& health, std::string_view ledger_standing, bool delivered,
                           Instant now) {
  auto upsert = database.prepare(
      "INSERT INTO kiosk_health (kiosk, program_version, uptime_seconds, reader_ok, printer_ok, "
      "printer_problem, outbox_pending, prints_unresolved, received_ms, outbox_refused, ledger_standing, "
      "delivered_ms, toner_low, toner_percent, paper_low, blanks_left, blanks_low) "
      "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17) "
      "ON CONFLICT (kiosk) DO UPDATE SET program_version = excluded.program_version, "
      "uptime_seconds = excluded.uptime_seconds, reader_ok = excluded.reader_ok, "
      "printer_ok = excluded.printer_ok, printer_problem = excluded.printer_problem, "
      "outbox_pending = excluded.outbox_pending, prints_unresolved = excluded.prints_unresolved, "
      "received_ms = excluded.received_ms, outbox_refused = excluded.outbox_refused, "
      "ledger_standing = excluded.ledger_standing, toner_low = excluded.toner_low, "
      "toner_percent = excluded.toner_percent, paper_low = excluded.paper_low, "
      "blanks_left = excluded.blanks_left, blanks_low = excluded.blanks_low, "
      // One of a time that is not yet, by a clock that was ahead, would stand for all that comes until then.
      "delivered_ms = CASE WHEN kiosk_health.delivered_ms > excluded.received_ms THEN excluded.delivered_ms "
      "ELSE COALESCE(excluded.delivered_ms, kiosk_health.delivered_ms) END");
  upsert.bind(1, kiosk).bind(2, health.program_version).bind(3, health.uptime_seconds);
  upsert.bind(4, health.reader_ok).bind(5, health.printer_ok).bind(6, health.printer_problem);
  upsert.bind(7, health.outbox_pending).bind(8, health.prints_unresolved).bind(9, now.ms);
  upsert.bind(10, health.outbox_refused).bind(11, ledger_standing);
  bool const all = delivered && health.outbox_pending == 0 && health.outbox_refused == 0;
  upsert.bind(12, all ? std::optional{now.ms} : std::nullopt);
  bind_supplies(upsert, health.supplies);
  return upsert.run();
}

Result<void> Store::record_health(std::string_view kiosk, protocol::Health const& health, Instant now) {
  return write(
      [&](storage::Database& database) { return upsert_health(database, kiosk, health, "sound", true, now); },
      storage::Isolation::serializable, Unanswered::repeat);
}

Result<std::optional<Kiosk>> Store::kiosk_by_key_hash(std::string_view hash) const {
  return one_kiosk(*this, "SELECT id, region, hall FROM kiosks WHERE key_hash = $1", hash);
}

Result<std::optional<Kiosk>> Store::kiosk(std::string_view id) const {
  return one_kiosk(*this, "SELECT id, region, hall FROM kiosks WHERE id = $1", id);
}

Result<void> insert_kiosk(storage::Database& database, Rulebook const& rules, Kiosk const& kiosk,
                          std::string_view hash, Instant now) {
  if (kiosk.id.empty()) return Failure{FailureCode::input_invalid, "a kiosk needs an id"};
  if (rules.regions.find(kiosk.region) == nullptr) {
    return Failure{FailureCode::input_invalid,
                   "region '" + kiosk.region + "' is no GB/T 2260 code of Guangdong (config/regions)"};
  }
  auto known = database.prepare("SELECT 1 FROM kiosks WHERE id = $1");
  CE_TRY(bool const taken, known.bind(1, kiosk.id).step());
  if (taken) return Failure{FailureCode::input_invalid, "kiosk '" + kiosk.id + "' is enrolled already"};
  return database
      .prepare("INSERT INTO kiosks (id, region, hall, key_hash, enrolled_ms) VALUES ($1, $2, $3, $4, $5)")
      .bind(1, kiosk.id)
      .bind(2, kiosk.region)
      .bind(3, kiosk.hall)
      .bind(4, hash)
      .bind(5, now.ms)
      .run();
}

Result<void> Store::enrol_kiosk(Kiosk const& kiosk, std::string_view hash, Instant now) {
  return write(
      [&](storage::Database& database) { return insert_kiosk(database, rules(), kiosk, hash, now); });
}

Result<std::vector<KioskLine>> Store::kiosks() const {
  std::vector<KioskLine> lines;
  auto const done = read([&](storage::Database& database) -> Result<void> {
    auto rows = database.prepare(
        "SELECT k.id, k.region, k.hall, k.enrolled_ms, h.received_ms, COALESCE(h.program_version, ''), "
        "h.uptime_seconds, h.reader_ok, h.printer_ok, COALESCE(h.printer_problem, ''), h.outbox_pending, "
        "h.prints_unresolved, COALESCE(h.outbox_refused, 0), COALESCE(h.ledger_standing, ''), "
        "(SELECT MAX(c.expires_ms) FROM kiosk_certificates c WHERE c.kiosk = k.id AND c.revoked_ms IS NULL), "
        "a.raised_ms, (SELECT MAX(e.revoked_ms) FROM kiosk_certificates e WHERE e.kiosk = k.id), "
        "h.toner_low, h.toner_percent, h.paper_low, h.blanks_left, h.blanks_low, "
        "k.revoked_ms, k.ungranted_ms "
        "FROM kiosks k LEFT JOIN kiosk_health h ON h.kiosk = k.id "
        "LEFT JOIN kiosk_alarms a ON a.kiosk = k.id ORDER BY k.id");
    for (;;) {
      CE_TRY(bool const more, rows.step());
      if (!more) return {};
      lines.push_back(read_line(rows));
    }
  });
  if (!done) return done.failure();
  return lines;
}

}  // namespace ce::store
