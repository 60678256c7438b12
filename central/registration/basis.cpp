#include "central/registration/basis.h"

#include <algorithm>
#include <string>

#include "central/store/closed_years.h"
#include "central/store/people.h"

namespace ce::registration {

Result<Basis> Basis::of(storage::Database& database, std::span<std::int64_t const> people,
                        std::string_view deliveries) {
  Basis basis;
  for (std::size_t from = 0; from < people.size(); from += storage::most_ids) {
    auto const group = people.subspan(from, std::min(storage::most_ids, people.size() - from));
    auto rows = database.prepare(
        "SELECT p.id, p.version, (SELECT COUNT(*) FROM learning_records r WHERE r.professional = p.id), "
        "COALESCE((SELECT MAX(s.record_versions) FROM yearly_standings s WHERE s.professional = p.id), -1) "
        "FROM professionals p WHERE p.id IN (" +
        storage::parameters(1, storage::padded(group.size())) + ")");
    storage::bind_ids(rows, 1, group);
    for (;;) {
      CE_TRY(bool const more, rows.step());
      if (!more) break;
      basis.people_[rows.integer(0)] = {rows.integer(1), rows.integer(2), rows.integer(3)};
    }
  }
  auto row =
      database.prepare("SELECT COUNT(*) FROM registration_keys WHERE delivery >= $1 AND delivery < $2");
  std::string const behind = std::string{deliveries} + ':';  // what comes behind 9
  CE_CHECK(row.bind(1, deliveries).bind(2, behind).step());
  basis.deliveries_ = row.integer(0);
  CE_TRY(auto const years, store::closed_years(database));
  for (auto const& one : years) {
    if (!one.reopened) basis.closed_.push_back(one.year);
  }
  return basis;
}

bool Basis::same_person(Basis const& later, std::int64_t person) const {
  auto const before = people_.find(person);
  auto const now = later.people_.find(person);
  if (closed_ != later.closed_ || before == people_.end() || now == later.people_.end()) return false;
  auto const& [version, records, changes] = before->second;
  bool const told =
      records == 0 || changes >= 0;  // a store whose standings are not made yet tells of no change
  return told && before->second == now->second;
}

}  // namespace ce::registration
