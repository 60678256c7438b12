#include "central/restored/standing.h"

namespace ce::restored {
namespace {

constexpr std::string_view unheard_kiosks =
    " FROM kiosks k LEFT JOIN kiosk_health h ON h.kiosk = k.id WHERE COALESCE(h.delivered_ms, 0) <= (SELECT "
    "COALESCE(MAX(began_ms), 0) FROM change_epoch WHERE id = 1)";

Result<std::optional<Instant>> paused_since(storage::Database& database) {
  auto row = database.prepare(
      "SELECT issuing_paused_ms FROM change_epoch WHERE id = 1 AND issuing_paused_ms IS NOT NULL");
  CE_TRY(bool const paused, row.step());
  return paused ? std::optional{Instant{row.integer(0)}} : std::nullopt;
}

Result<std::vector<std::string>> unheard(storage::Database& database) {
  std::vector<std::string> kiosks;
  auto rows = database.prepare("SELECT k.id" + std::string{unheard_kiosks} + " ORDER BY k.id");
  for (;;) {
    CE_TRY(bool const more, rows.step());
    if (!more) return kiosks;
    kiosks.push_back(rows.text(0));
  }
}

Result<std::vector<LostNumbers>> lost_numbers(storage::Database& database) {
  std::vector<LostNumbers> all;
  auto rows = database.prepare(
      "SELECT region, year, first_sequence, last_sequence, why FROM lost_numbers ORDER BY region, year, "
      "first_sequence");
  for (;;) {
    CE_TRY(bool const more, rows.step());
    if (!more) return all;
    all.push_back(
        {rows.text(0), rows.integer(1), rows.integer(2), rows.integer(3), rows.text(4) == "printed"});
  }
}

Result<std::vector<LostPrint>> lost_prints(storage::Database& database) {
  std::vector<LostPrint> all;
  auto rows = database.prepare(
      "SELECT p.certificate, p.kiosk, p.blank_number, p.requested_ms, COALESCE((SELECT o.outcome FROM "
      "print_outcomes o WHERE o.print_id = p.print_id AND o.kiosk = p.kiosk ORDER BY o.settled_ms DESC, "
      "o.entry_id DESC LIMIT 1), ''), COALESCE(p.recorded_as, '') FROM lost_prints p "
      "ORDER BY p.requested_ms, p.print_id");
  for (;;) {
    CE_TRY(bool const more, rows.step());
    if (!more) return all;
    all.push_back(
        {rows.text(0), rows.text(1), rows.text(2), Instant{rows.integer(3)}, rows.text(4), rows.text(5)});
  }
}

Result<std::int64_t> count(storage::Database& database, std::string const& sql) {
  auto row = database.prepare(sql);
  CE_CHECK(row.step());
  return row.integer(0);
}

}  // namespace

Result<Standing> standing(storage::Database& database) {
  Standing now;
  CE_TRY(now.paused, paused_since(database));
  if (now.paused) {
    CE_TRY(now.unheard, unheard(database));
  }
  CE_TRY(now.numbers, lost_numbers(database));
  CE_TRY(now.prints, lost_prints(database));
  return now;
}

Result<Brief> brief(storage::Database& database) {
  Brief brief;
  CE_TRY(auto const since, paused_since(database));
  brief.paused = since.has_value();
  if (brief.paused) {
    CE_TRY(brief.unheard, count(database, "SELECT COUNT(*)" + std::string{unheard_kiosks}));
  }
  CE_TRY(brief.unrecorded,
         count(database, "SELECT COUNT(DISTINCT certificate) FROM lost_prints WHERE recorded_as IS NULL"));
  return brief;
}

}  // namespace ce::restored
