#include "central/changes/touch.h"

#include <algorithm>
#include <array>
#include <vector>

#include "central/changes/counters.h"
#include "shared/storage/insert_rows.h"

namespace ce::changes {
namespace {

constexpr auto kind_words =
    std::to_array<std::string_view>({"certificate", "standing", "key", "authority", "pack", "strings",
                                     "certificate_key", "revocation", "config", "person", "seal"});

Counts counts_of(std::span<Thing const> sorted) {
  Counts counts;
  for (auto const& thing : sorted) {
    if (counts.empty() || counts.back().first != thing.scope) counts.emplace_back(thing.scope, 0);
    ++counts.back().second;
  }
  return counts;
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
