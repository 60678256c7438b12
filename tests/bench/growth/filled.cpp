#include "bench/growth/filled.h"

#include <chrono>
#include <cstdio>
#include <cstdlib>

#include "central/feed/feed.h"
#include "central/issuing/batch.h"
#include "central/rulebook/rulebook.h"

namespace ce::bench {
namespace {

template <class Work>
double seconds_of(Work const& work) {
  auto const begin = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

void issue_to_all(Filled& filled) {
  for (auto const& region : filled.province.regions) {
    issuing::BatchOrder const order{EntryId::make(), 2026, china_date(today), {}};
    auto const report = value_of(issuing::issue_batch(*filled.store, clerk_of(region), order, today));
    if (!report.refused.empty()) std::exit(1);
  }
}

/// What a server does by itself after a minute, of the tables that are filled.
void analyze(store::Store& store) {
  if (!test::on_postgresql()) return;
  auto const done = store.write([](storage::Database& database) {
    return database.execute(
        "ANALYZE professionals, learning_records, yearly_standings, certificates, changes");
  });
  if (!done) std::exit(1);
}

}  // namespace

registration::Actor clerk_of(std::string const& region) {
  return {.account = "clerk-" + region,
          .party = credit::Party::hrss,
          .level = registration::level_of(region),
          .region = region};
}

Filled::Filled(std::int64_t people) : size(people) {
  static auto const rules = value_of(rulebook::load(CE_SOURCE_DIR "/config"));
  store = std::make_unique<store::Store>(value_of(store::Store::open(place.location(), rules, {{}, 4, 4})));
  fill_seconds = seconds_of([&] { province = value_of(fill(*store, people, today, twelve_each)); });
  analyze(*store);
  if (!feed::publish(*store, CE_SOURCE_DIR "/assets/strings", today))
    std::exit(1);  // the delta's first epoch
  issue_seconds = seconds_of([&] { issue_to_all(*this); });
  analyze(*store);
}

std::int64_t Filled::one_of(std::int64_t many) {
  return 1 + static_cast<std::int64_t>(chance() % static_cast<std::uint64_t>(many));
}

std::string Filled::number() {
  auto const regions = static_cast<std::int64_t>(province.regions.size());
  auto const& region = province.regions[static_cast<std::size_t>(one_of(regions) - 1)];
  auto const nth = std::to_string(1'000'000 + one_of(size / regions));
  return region + "26" + nth.substr(1);
}

}  // namespace ce::bench
