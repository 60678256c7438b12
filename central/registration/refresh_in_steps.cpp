#include "central/registration/refresh_in_steps.h"

#include <algorithm>
#include <span>

#include "central/standings/refresh.h"
#include "shared/storage/id_list.h"

namespace ce::registration {
namespace {

constexpr std::size_t people_per_transaction = 200;

template <class Each>
Result<void> in_groups(std::span<std::int64_t const> ids, std::size_t most, Each const& each) {
  for (; !ids.empty(); ids = ids.subspan(std::min(most, ids.size()))) {
    CE_CHECK(each(ids.first(std::min(most, ids.size()))));
  }
  return {};
}

Result<void> add_people(storage::Database& database, std::span<std::int64_t const> records,
                        std::vector<std::int64_t>& people) {
  auto rows = database.prepare("SELECT DISTINCT professional FROM learning_records WHERE id IN (" +
                               storage::parameters(1, storage::padded(records.size())) + ")");
  storage::bind_ids(rows, 1, records);
  for (;;) {
    CE_TRY(bool const more, rows.step());
    if (!more) return {};
    people.push_back(rows.integer(0));
  }
}

}  // namespace

Result<void> refresh_in_steps(store::Store& store, std::vector<std::int64_t> const& records, Instant now) {
  std::vector<std::int64_t> people;
  CE_CHECK(store.read([&](storage::Database& database) {
    people.clear();
    return in_groups(records, storage::most_ids,
                     [&](auto const group) { return add_people(database, group, people); });
  }));
  std::sort(people.begin(), people.end());
  people.erase(std::unique(people.begin(), people.end()), people.end());
  return in_groups(people, people_per_transaction, [&](auto const group) {
    return store.write([&](storage::Database& database) -> Result<void> {
      CE_TRY([[maybe_unused]] auto const written, standings::refresh(database, store.rules(), group, now));
      return {};
    });
  });
}

}  // namespace ce::registration
