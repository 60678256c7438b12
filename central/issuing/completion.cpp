#include "central/issuing/completion.h"

#include <array>
#include <map>

#include "central/standings/standing.h"

namespace ce::issuing {
namespace {

using Count = std::int64_t Completion::*;

// In the order of standings::State.
constexpr std::array<Count, 4> counts{&Completion::nothing, &Completion::incomplete, &Completion::ready,
                                      &Completion::issued};

Result<void> count_state(storage::Database& database, store::RegionScope const& scope, int year,
                         std::size_t state, std::map<std::string, Completion>& regions) {
  auto rows = database.prepare(
      "SELECT issuing_region, COUNT(*) FROM yearly_standings WHERE year = $1 AND state = $2 AND "
      "issuing_region BETWEEN $3 AND $4 GROUP BY issuing_region ORDER BY issuing_region");
  rows.bind(1, year).bind(2, standings::state_words.at(state)).bind(3, scope.code).bind(4, scope.last());
  for (;;) {
    CE_TRY(bool const more, rows.step());
    if (!more) return {};
    auto& region = regions[rows.text(0)];
    region.region = rows.text(0);
    region.*counts.at(state) = rows.integer(1);
  }
}

}  // namespace

Result<std::vector<Completion>> completion_by_region(store::Store const& store,
                                                     store::RegionScope const& scope, int year) {
  auto const& all = store.rules().regions;
  std::map<std::string, Completion> regions;
  for (auto const& region : all.all()) {
    if (scope.covers(region.code)) regions[region.code].region = region.code;
  }
  auto const done = store.read([&](storage::Database& database) -> Result<void> {
    for (std::size_t state = 0; state < counts.size(); ++state) {
      CE_CHECK(count_state(database, scope, year, state, regions));
    }
    return {};
  });
  if (!done) return done.failure();
  std::vector<Completion> list;
  for (auto& [code, completion] : regions) {
    completion.name = all.full_name(code);
    list.push_back(std::move(completion));
  }
  return list;
}

Completion sum_of(std::span<Completion const> parts, store::RegionScope const& scope) {
  Completion sum;
  sum.region = scope.code;
  for (auto const& part : parts) {
    if (part.region == scope.code) sum.name = part.name;
    if (!scope.covers(part.region)) continue;
    for (auto const count : counts) sum.*count += part.*count;
  }
  return sum;
}

}  // namespace ce::issuing
