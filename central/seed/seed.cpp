#include "central/seed/seed.h"

#include "central/seed/demo_people.h"
#include "central/store/ids.h"

namespace ce::seed {
namespace {

constexpr int progress_step = 1000;

Result<void> check_empty(storage::Database& database) {
  for (auto const* query : {"SELECT id FROM professionals LIMIT 1", "SELECT id FROM employers LIMIT 1"}) {
    CE_TRY(bool const there, database.prepare(query).step());
    if (there) {
      return Failure{FailureCode::input_invalid,
                     "the store holds people already; seed a new one (another --db)"};
    }
  }
  return {};
}

Result<Summary> fill(storage::Database& database, store::Rulebook const& rules, Options const& options) {
  CE_CHECK(check_empty(database));
  auto const today = china_date(options.now);
  Random random{options.seed};
  auto const created = start_of_china_day(Date::from_days(today.days() - today.days() % 365 - 4 * 365));
  CE_TRY(auto const province, make_province(database, rules.regions, random, options.people, created));
  Population population{database, rules, province, random, today};
  for (auto const& person : options.demo) population.numbers().reserve(person.id_number);
  for (int i = 0; i < options.people; ++i) {
    CE_CHECK(population.add_person());
    if (options.progress && (i + 1) % progress_step == 0) options.progress(i + 1);
  }
  CE_CHECK(store::catch_up_ids(database));
  auto summary = population.summary();
  CE_CHECK(write_demo(database, rules, options.demo, random, population.prints(), today));
  summary.people += static_cast<int>(options.demo.size());
  return summary;
}

}  // namespace

Result<Summary> seed(store::Store& store, Options const& options) {
  Summary summary;
  auto const done = store.write([&](storage::Database& database) -> Result<void> {
    CE_TRY(summary, fill(database, store.rules(), options));
    return {};
  });
  if (!done) return done.failure();
  return summary;
}

}  // namespace ce::seed
