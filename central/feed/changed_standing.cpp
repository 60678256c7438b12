#include <algorithm>
#include <charconv>

#include "central/feed/kept_years.h"
#include "central/feed/things.h"
#include "central/store/people.h"
#include "central/store/year_progress.h"
#include "shared/protocol/holder.h"

namespace ce::feed {
namespace {

using Years = std::vector<protocol::YearProgress>;

struct Who {
  std::int64_t professional = 0;
  std::string region;
  std::string holder;
  std::optional<Years> years;  // as they are kept
};

std::int64_t professional_of(changes::Thing const& thing) {
  std::int64_t id = 0;
  std::from_chars(thing.id.data(), thing.id.data() + thing.id.size(), id);
  return id;
}

/// Those of them who are there and not forgotten, by id.
Result<std::vector<Who>> people_of(storage::Database& database, std::span<std::int64_t const> ids) {
  auto rows = database.prepare(
      "SELECT id, region, id_number FROM professionals WHERE id IN (" +
      storage::parameters(1, storage::padded(ids.size())) +
      ") AND NOT EXISTS (SELECT 1 FROM forgotten_people f WHERE f.professional = professionals.id) "
      "ORDER BY id");
  storage::bind_ids(rows, 1, ids);
  std::vector<Who> people;
  for (;;) {
    CE_TRY(bool const more, rows.step());
    if (!more) return people;
    people.push_back({rows.integer(0), rows.text(1), protocol::holder_of(rows.text(2)), {}});
  }
}

/// The years that records belong to, each by its own pack.
Years judged_years(std::vector<store::StoredRecord> const& records, credit::PackShelf const& packs) {
  Years years;
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

/// Whoever has years that are not kept, or were judged by another pack, is judged here: a store from before
/// standings were kept whole, or a pack that changed while central/rejudging is not through.
Result<void> judge_others(storage::Database& database, credit::PackShelf const& packs,
                          std::vector<Who>& people) {
  std::vector<std::int64_t> ids;
  for (auto const& who : people) {
    if (!who.years) ids.push_back(who.professional);
  }
  if (ids.empty()) return {};
  CE_TRY(auto const records, store::records_of_people(database, ids));
  for (auto& who : people) {
    if (who.years) continue;
    auto const* const theirs = store::of_person(records, who.professional);
    who.years = theirs == nullptr ? Years{} : judged_years(theirs->records, packs);
  }
  return {};
}

}  // namespace

Result<std::vector<What>> standings_now(storage::Database& database, store::Store const& store,
                                        std::span<changes::Thing const> things) {
  std::vector<std::int64_t> ids;
  ids.reserve(things.size());
  for (auto const& thing : things) ids.push_back(professional_of(thing));
  CE_TRY(auto people, people_of(database, ids));
  CE_TRY(auto const kept, standings::standings_of_people(database, ids));
  KeptYears years{store.rules().packs};
  for (auto& who : people) who.years = years.of(standings::of_person(kept, who.professional));
  CE_CHECK(judge_others(database, store.rules().packs, people));
  std::vector<What> all;
  all.reserve(things.size());
  for (auto const& thing : things) {
    auto const* const who = store::of_person(people, professional_of(thing));
    if (who == nullptr || who->region != thing.scope) {
      all.emplace_back(protocol::Removed{});
    } else {
      all.emplace_back(protocol::StandingChange{.holder = who->holder, .years = *who->years});
    }
  }
  return all;
}

}  // namespace ce::feed
