#include "central/changes/touch.h"

#include <algorithm>
#include <array>
#include <vector>

#include "shared/storage/insert_rows.h"

namespace ce::changes {
namespace {

constexpr auto kind_words =
    std::to_array<std::string_view>({"certificate", "standing", "key", "authority", "pack", "strings",
                                     "certificate_key", "revocation", "config", "person", "seal"});

/// How many numbers each scope needs, scopes in their order; then the number before the first of them.
using Counts = std::vector<std::pair<std::string_view, std::int64_t>>;

Counts counts_of(std::span<Thing const> sorted) {
  Counts counts;
  for (auto const& thing : sorted) {
    if (counts.empty() || counts.back().first != thing.scope) counts.emplace_back(thing.scope, 0);
    ++counts.back().second;
  }
  return counts;
}

/// From here on the scopes' other writers wait.
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

}  // namespace

std::string_view word_of(Kind kind) {
  return kind_words.at(static_cast<std::size_t>(kind));
}

std::optional<Kind> kind_named(std::string_view word) {
  for (auto kind : all_kinds) {
    if (word_of(kind) == word) return kind;
  }
  return std::nullopt;
}

Result<void> touch(storage::Database& database, std::span<Thing const> things) {
  std::vector<Thing> sorted{things.begin(), things.end()};
  std::sort(sorted.begin(), sorted.end());
  sorted.erase(std::unique(sorted.begin(), sorted.end()), sorted.end());
  if (sorted.empty()) return {};
  CE_TRY(auto last, take_numbers(database, counts_of(sorted)));
  std::vector<std::int64_t> numbers;
  numbers.reserve(sorted.size());
  auto scope = last.begin();
  for (auto const& thing : sorted) {
    if (thing.scope != scope->first) ++scope;
    numbers.push_back(++scope->second);
  }
  return storage::insert_rows(
      database, "INSERT INTO changes (scope, kind, id, seq)", 4, sorted.size(),
      [&](storage::Statement& row, int first, std::size_t i) {
        row.bind(first, sorted[i].scope).bind(first + 1, word_of(sorted[i].kind));
        row.bind(first + 2, sorted[i].id).bind(first + 3, numbers[i]);
      },
      " ON CONFLICT (scope, kind, id) DO UPDATE SET seq = excluded.seq");
}

}  // namespace ce::changes
