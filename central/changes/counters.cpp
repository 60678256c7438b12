#include "central/changes/counters.h"

#include <algorithm>
#include <string>

#include "shared/storage/insert_rows.h"

namespace ce::changes {

Result<Counts> take_numbers(storage::Database& database, Counts const& counts) {
  Counts before = counts;
  std::size_t taken = 0;
  CE_CHECK(storage::insert_rows_returning(
      database, "INSERT INTO change_counters (scope, last_seq)", 2, counts.size(),
      [&](storage::Statement& row, int first, std::size_t i) {
        row.bind(first, counts[i].first).bind(first + 1, counts[i].second);
      },
      " ON CONFLICT (scope) DO UPDATE SET last_seq = change_counters.last_seq + excluded.last_seq "
      "RETURNING scope, last_seq",
      [&](storage::Statement const& row) -> Result<void> {
        auto const scope = row.text(0);
        auto const at =
            std::lower_bound(before.begin(), before.end(), scope,
                             [](auto const& one, auto const& wanted) { return one.first < wanted; });
        at->second = row.integer(1) - at->second;
        ++taken;
        return {};
      }));
  if (taken == counts.size()) return before;
  return Failure{FailureCode::storage_fault, "a counter gave no number"};
}

}  // namespace ce::changes
