#include "central/standings/refresh_year.h"

#include "central/standings/refresh.h"
#include "central/store/digest.h"
#include "shared/credit/pack_file.h"

namespace ce::standings {
namespace {

constexpr int people_per_transaction = 500;

struct Place {
  std::int64_t last = 0;  // everybody up to this id is done
  std::int64_t judged = 0;
  bool resumed = false;
};

Result<Place> begin(storage::Database& database, int year, std::string const& pack_hash, Instant now) {
  auto row = database.prepare(
      "SELECT last_professional, judged FROM standing_refreshes WHERE year = $1 AND pack_hash = $2 AND "
      "finished_ms IS NULL");
  CE_TRY(bool const there, row.bind(1, year).bind(2, pack_hash).step());
  if (there) return Place{row.integer(0), row.integer(1), row.integer(0) > 0};
  auto insert = database.prepare(
      "INSERT INTO standing_refreshes (year, pack_hash, last_professional, judged, started_ms) "
      "VALUES ($1, $2, 0, 0, $3) ON CONFLICT (year) DO UPDATE SET pack_hash = excluded.pack_hash, "
      "last_professional = 0, judged = 0, started_ms = excluded.started_ms, finished_ms = NULL");
  CE_CHECK(insert.bind(1, year).bind(2, pack_hash).bind(3, now.ms).run());
  return Place{};
}

Result<std::vector<std::int64_t>> next_people(storage::Database& database, std::int64_t after) {
  auto rows = database.prepare(
      "SELECT id FROM professionals WHERE id > $1 AND closed_ms IS NULL ORDER BY id LIMIT $2");
  rows.bind(1, after).bind(2, people_per_transaction);
  std::vector<std::int64_t> ids;
  for (;;) {
    CE_TRY(bool const more, rows.step());
    if (!more) return ids;
    ids.push_back(rows.integer(0));
  }
}

Result<void> note_place(storage::Database& database, int year, Place const& place, bool finished,
                        Instant now) {
  auto update = database.prepare(
      "UPDATE standing_refreshes SET last_professional = $2, judged = $3, finished_ms = $4 WHERE year = $1");
  update.bind(1, year).bind(2, place.last).bind(3, place.judged);
  return update.bind(4, finished ? std::optional{now.ms} : std::nullopt).run();
}

}  // namespace

Result<YearRefresh> refresh_year(store::Store& store, int year, Instant now,
                                 std::function<bool(std::int64_t)> const& progress) {
  CE_TRY(auto const* const pack, store.rules().packs.of_year(year));
  auto const pack_hash = store::sha256_hex(credit::pack_text(*pack));
  YearRefresh report;
  for (bool finished = false, first = true; !finished; first = false) {
    std::int64_t written = 0;
    Place place;
    CE_CHECK(store.write([&](storage::Database& database) -> Result<void> {
      CE_TRY(place, begin(database, year, pack_hash, now));
      report.resumed = first ? place.resumed : report.resumed;
      CE_TRY(auto const ids, next_people(database, place.last));
      CE_TRY(written, refresh(database, store.rules(), ids, now, year));
      finished = ids.size() < people_per_transaction;
      if (!ids.empty()) place.last = ids.back();
      place.judged += static_cast<std::int64_t>(ids.size());
      return note_place(database, year, place, finished, now);
    }));
    report.judged = place.judged;
    report.changed += written;
    if (progress && !progress(place.judged)) break;
  }
  return report;
}

}  // namespace ce::standings
