#include "central/changes/page.h"

namespace ce::changes {
namespace {

/// The scopes that have changes, with their last numbers, in order.
Result<std::map<std::string, std::int64_t, std::less<>>> counters(storage::Database& database,
                                                                  Scopes const& scopes) {
  std::map<std::string, std::int64_t, std::less<>> last;
  auto rows = database.prepare(
      "SELECT scope, last_seq FROM change_counters WHERE scope = $1 OR scope BETWEEN $2 AND $3");
  rows.bind(1, common_scope).bind(2, scopes.first).bind(3, scopes.last);
  for (;;) {
    CE_TRY(bool const more, rows.step());
    if (!more) return last;
    last.emplace(rows.text(0), rows.integer(1));
  }
}

Result<Kind> kind_named(std::string_view word) {
  for (auto kind :
       {Kind::certificate, Kind::standing, Kind::key, Kind::authority, Kind::pack, Kind::strings}) {
    if (word_of(kind) == word) return kind;
  }
  return Failure{FailureCode::storage_fault, "unknown kind of change"};
}

/// Adds what comes after the cursor's number of `scope` until the page is full; moves the cursor along.
Result<void> add_scope(storage::Database& database, std::string const& scope, std::size_t limit, Page& page) {
  auto& seen = page.next.seen[scope];
  auto rows = database.prepare(
      "SELECT kind, id, seq FROM changes WHERE scope = $1 AND seq > $2 ORDER BY seq LIMIT $3");
  // One more than fits tells whether there is more.
  rows.bind(1, scope).bind(2, seen).bind(3, static_cast<std::int64_t>(limit - page.things.size() + 1));
  for (;;) {
    CE_TRY(bool const more, rows.step());
    if (!more) return {};
    if (page.things.size() == limit) {
      page.has_more = true;
      return rows.run();
    }
    CE_TRY(auto const kind, kind_named(rows.text(0)));
    page.things.push_back({scope, kind, rows.text(1)});
    seen = rows.integer(2);
  }
}

}  // namespace

Result<Page> page(storage::Database& database, Scopes const& scopes, std::string_view epoch,
                  std::optional<Cursor> const& from, int limit) {
  CE_TRY(auto const last, counters(database, scopes));
  Page page;
  page.next = from.value_or(Cursor{std::string{epoch}, scopes.first, {}});
  bool fits = page.next.epoch == epoch && page.next.region == scopes.first;
  for (auto const& [scope, number] : page.next.seen) {
    auto const counter = last.find(scope);
    fits = fits && counter != last.end() && number <= counter->second;
  }
  if (!fits) return Failure{FailureCode::resync_needed, {}};
  for (auto const& [scope, number] : last) {
    if (page.next.seen[scope] == number) continue;
    CE_CHECK(add_scope(database, scope, static_cast<std::size_t>(limit), page));
    if (page.has_more) break;
  }
  return page;
}

}  // namespace ce::changes
