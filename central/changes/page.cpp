#include "central/changes/page.h"

#include <algorithm>
#include <limits>

#include "central/changes/issued.h"

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

/// A digit for each kind, so that a cursor is not taken on with another choice.
std::int64_t mask_of(std::vector<Kind> const& kinds) {
  std::int64_t mask = 0;
  for (auto kind : kinds) mask |= std::int64_t{1} << static_cast<int>(kind);
  return mask;
}

bool fits(Cursor const& cursor, std::map<std::string, std::int64_t, std::less<>> const& last) {
  return std::all_of(cursor.seen.begin(), cursor.seen.end(), [&](auto const& seen) {
    auto const counter = last.find(seen.first);
    return counter != last.end() && seen.second <= counter->second;
  });
}

/// Things of these kinds that were touched after `after`, in the order of their numbers.
Result<std::vector<NumberedThing>> touched_in(storage::Database& database, std::string const& scope,
                                              Stretch const& stretch, std::vector<Kind> const& kinds) {
  auto rows = database.prepare(
      "SELECT kind, id, seq FROM changes WHERE scope = $1 AND seq > $2 AND kind IN ($4, $5, $6, $7, $8, $9, "
      "$10, $11, $12, $13, $14) ORDER BY seq LIMIT $3");
  static_assert(all_kinds.size() == 11, "a parameter for each");
  rows.bind(1, scope).bind(2, stretch.after).bind(3, static_cast<std::int64_t>(stretch.most));
  for (std::size_t i = 0; i < all_kinds.size(); ++i) {
    rows.bind(static_cast<int>(4 + i), i < kinds.size() ? word_of(kinds[i]) : std::string_view{});
  }
  std::vector<NumberedThing> found;
  for (;;) {
    CE_TRY(bool const more, rows.step());
    if (!more) return found;
    auto const kind = kind_named(rows.text(0));
    if (!kind) return Failure{FailureCode::storage_fault, "unknown kind of change"};
    found.push_back({rows.integer(2), {scope, *kind, rows.text(1)}});
  }
}

/// Both what was touched and what was only issued, in the order of their numbers.
Result<std::vector<NumberedThing>> changed_in(storage::Database& database, std::string const& scope,
                                              Stretch stretch, std::vector<Kind> const& kinds) {
  CE_TRY(auto found, touched_in(database, scope, stretch, kinds));
  if (std::find(kinds.begin(), kinds.end(), Kind::certificate) == kinds.end()) return found;
  if (found.size() == stretch.most) stretch.before = found.back().seq;
  CE_TRY(auto const issued, issued_in(database, scope, stretch));
  auto const touched = static_cast<std::ptrdiff_t>(found.size());
  found.insert(found.end(), issued.begin(), issued.end());
  std::inplace_merge(found.begin(), found.begin() + touched, found.end(),
                     [](auto const& a, auto const& b) { return a.seq < b.seq; });
  return found;
}

/// Adds what comes after the cursor's number of `scope` until the page is full; moves the cursor along, to
/// the scope's `last` number where nothing is left.
Result<void> add_scope(storage::Database& database, std::string const& scope, std::int64_t last,
                       Filter const& filter, Page& page) {
  auto& seen = page.next.seen[scope];
  auto const limit = static_cast<std::size_t>(filter.limit);
  // One more than fits tells whether there is more.
  Stretch const stretch{seen, std::numeric_limits<std::int64_t>::max(), limit - page.things.size() + 1};
  CE_TRY(auto found, changed_in(database, scope, stretch, filter.kinds));
  for (auto& one : found) {
    if (page.things.size() == limit) {
      page.has_more = true;
      return {};
    }
    page.things.push_back(std::move(one.thing));
    seen = one.seq;
  }
  // Not less: a change that came between the counter's reading and the rows' was seen.
  seen = std::max(seen, last);
  return {};
}

}  // namespace

Result<Page> page(storage::Database& database, Scopes const& scopes, std::string_view epoch,
                  std::optional<Cursor> const& from, Filter const& filter) {
  CE_TRY(auto const last, counters(database, scopes));
  Cursor const start{std::string{epoch}, scopes.first, mask_of(filter.kinds), {}};
  Page page;
  page.next = from.value_or(start);
  if (page.next.epoch != start.epoch || page.next.region != start.region || page.next.kinds != start.kinds ||
      !fits(page.next, last)) {
    return Failure{FailureCode::resync_needed, {}};
  }
  for (auto const& [scope, number] : last) {
    if (page.next.seen[scope] == number) continue;
    CE_CHECK(add_scope(database, scope, number, filter, page));
    if (page.has_more) break;
  }
  return page;
}

}  // namespace ce::changes
