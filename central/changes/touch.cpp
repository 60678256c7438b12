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

/// Takes `count` numbers of the scope; gives the last of them. From here on the scope's other writers wait.
Result<std::int64_t> take_numbers(storage::Database& database, std::string_view scope, std::int64_t count) {
  auto counter = database.prepare(
      "INSERT INTO change_counters (scope, last_seq) VALUES ($1, $2) "
      "ON CONFLICT (scope) DO UPDATE SET last_seq = change_counters.last_seq + excluded.last_seq "
      "RETURNING last_seq");
  CE_TRY(bool const there, counter.bind(1, scope).bind(2, count).ask().step());
  if (!there) return Failure{FailureCode::storage_fault, "a counter gave no number"};
  auto const last = counter.integer(0);
  CE_CHECK(counter.run());  // to its end: a statement with rows to give holds a commit up
  return last;
}

Result<void> touch_scope(storage::Database& database, std::span<Thing const> things) {
  CE_TRY(auto const last,
         take_numbers(database, things.front().scope, static_cast<std::int64_t>(things.size())));
  auto const before = last - static_cast<std::int64_t>(things.size());
  return storage::insert_rows(
      database, "INSERT INTO changes (scope, kind, id, seq)", 4, things.size(),
      [&](storage::Statement& row, int first, std::size_t i) {
        row.bind(first, things[i].scope).bind(first + 1, word_of(things[i].kind));
        row.bind(first + 2, things[i].id).bind(first + 3, before + static_cast<std::int64_t>(i) + 1);
      },
      " ON CONFLICT (scope, kind, id) DO UPDATE SET seq = excluded.seq");
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
  for (auto from = sorted.begin(); from != sorted.end();) {
    auto const to =
        std::find_if(from, sorted.end(), [&](auto const& thing) { return thing.scope != from->scope; });
    CE_CHECK(touch_scope(database, {from, to}));
    from = to;
  }
  return {};
}

}  // namespace ce::changes
