#include "central/feed/things.h"
#include "central/store/records.h"
#include "central/store/year_progress.h"
#include "shared/protocol/holder.h"

namespace ce::feed {
namespace {

/// The years that records belong to, each by its own pack.
std::vector<protocol::YearProgress> years_of(std::vector<store::StoredRecord> const& records,
                                             credit::PackShelf const& packs) {
  std::vector<protocol::YearProgress> years;
  if (records.empty()) return years;
  for (int const year : store::years_touched(records, {})) {
    auto const pack = packs.of_year(year);
    if (!pack) continue;  // before the regulation
    auto progress = store::judge_year(records, **pack, year);
    if (progress.records.empty()) continue;
    progress.records.clear();  // what exactly somebody learned is told to who comes, not to the region
    progress.certificate = {};
    years.push_back(std::move(progress));
  }
  return years;
}

}  // namespace

Result<What> standing_now(storage::Database& database, store::Store const& store,
                          changes::Thing const& thing) {
  auto row = database.prepare(
      "SELECT id, id_number FROM professionals WHERE id = CAST($1 AS BIGINT) AND region = $2 "
      "AND NOT EXISTS (SELECT 1 FROM forgotten_people f WHERE f.professional = professionals.id)");
  CE_TRY(bool const there, row.bind(1, thing.id).bind(2, thing.scope).step());
  if (!there) return What{protocol::Removed{}};
  auto const holder = protocol::holder_of(row.text(1));
  CE_TRY(auto const records, store::records_of(database, row.integer(0)));
  return What{protocol::StandingChange{.holder = holder, .years = years_of(records, store.rules().packs)}};
}

}  // namespace ce::feed
