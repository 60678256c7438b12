#include <algorithm>
#include <utility>

#include "central/registers/lost_sheets.h"
#include "central/registers/print_rows.h"
#include "central/registers/register.h"
#include "central/store/moment.h"
#include "shared/storage/id_list.h"

namespace ce::registers {
namespace {

std::string select_line() {
  return "SELECT c.number, c.name, c.year, c.region, c.authority, c.issue_day, c.revoked_ms, "
         "c.revoked_reason, c.successor, c.predecessor, r.print_id, r.copy, r.blank_number, r.kiosk, k.hall, "
         "r.requested_ms, " +
         latest("outcome") + ", " + latest("cause");
}

constexpr std::string_view conditions =
    "c.region BETWEEN $1 AND $2 AND c.year BETWEEN $3 AND $4 AND c.issue_day BETWEEN $5 AND $6";

using Scopes = std::vector<store::RegionScope>;

// The same where lines of all scopes come together: those beside the filter's own from parameter `first` on.
std::string conditions_of(Scopes const& scopes, int first) {
  if (scopes.size() == 1) return " AND " + std::string{conditions} + " ";
  return " AND (c.region BETWEEN $1 AND $2 OR c.region IN (" + storage::parameters(first, scopes.size()) +
         ")) AND c.year BETWEEN $3 AND $4 AND c.issue_day BETWEEN $5 AND $6 ";
}

void bind_scopes(storage::Statement& rows, Scopes const& scopes, int first) {
  if (scopes.size() == 1) return;
  for (auto const& scope : scopes) rows.bind(first++, scope.code);
}

void bind_conditions(storage::Statement& rows, Filter const& filter) {
  rows.bind(1, filter.scope.code).bind(2, filter.scope.last());
  rows.bind(3, filter.year.value_or(0)).bind(4, filter.year.value_or(9999));
  rows.bind(5, filter.issued_from ? filter.issued_from->iso() : std::string{"0000"});
  rows.bind(6, filter.issued_to ? filter.issued_to->iso() : std::string{"9999-99-99"});
}

Result<Line> read_line(storage::Statement const& row) {
  Line line;
  line.number = row.text(0);
  line.name = SecretText{row.text(1)};
  line.year = static_cast<int>(row.integer(2));
  line.region = row.text(3);
  line.authority = row.text(4);
  CE_TRY(line.issue_day, Date::parse_iso(row.text(5)));
  line.revoked = store::moment_in(row, 6);
  line.revoked_reason = row.text(7);
  line.successor = row.text(8);
  line.predecessor = row.text(9);
  if (!row.is_null(10)) {
    CE_TRY(line.print, read_print(row));
  }
  return line;
}

/// Certificates in the order of their numbers: a number begins with its region, so a scope is one range of
/// the table's key. Each has a line or more, so a page's lines are of that many certificates, and one more
/// whose lines were on the page before: taken first, or a server that thinks the prints few joins all that
/// follow. COALESCE() hides from a server what it takes for rare, as each of the conditions lessens its
/// guess: it would read and sort all that a county ever issued, where the first hundred of the key are asked
/// for.
storage::Statement by_number(storage::Database& database, Filter const& filter, Key const& after, int most) {
  auto rows = database.prepare(
      select_line() +
      " FROM (SELECT c.* FROM certificates c WHERE c.number >= $7 AND c.number <= $8 AND COALESCE(" +
      std::string{conditions} +
      ", FALSE) ORDER BY c.number LIMIT CAST($12 AS BIGINT) + 1) c "
      "LEFT JOIN issue_register r ON r.certificate = c.number LEFT JOIN kiosks k ON k.id = r.kiosk "
      "WHERE (c.number > $9 OR r.requested_ms > $10 OR (r.requested_ms = $10 AND r.print_id > $11)) "
      "ORDER BY c.number, r.requested_ms, r.print_id LIMIT $12");
  bind_conditions(rows, filter);
  rows.bind(7, std::max(filter.scope.code, after.number)).bind(8, end_of(filter.scope));
  rows.bind(9, after.number).bind(10, after.requested_ms).bind(11, after.print).bind(12, most);
  return rows;
}

storage::Statement by_time(storage::Database& database, Scopes const& scopes, Filter const& filter,
                           Key const& after, int most) {
  bool const one_kiosk = !filter.kiosk.empty();
  auto const [from, end] = print_span(filter);
  auto rows = database.prepare(
      select_line() +
      " FROM issue_register r JOIN certificates c ON c.number = r.certificate "
      "LEFT JOIN kiosks k ON k.id = r.kiosk WHERE r.requested_ms >= $7 AND r.requested_ms < $8 "
      "AND (r.requested_ms, r.print_id) > ($9, $10)" +
      std::string{one_kiosk ? " AND r.kiosk = $12" : ""} + conditions_of(scopes, one_kiosk ? 13 : 12) +
      "ORDER BY r.requested_ms, r.print_id LIMIT $11");
  bind_conditions(rows, filter);
  rows.bind(7, std::max(from, after.requested_ms)).bind(8, end);
  rows.bind(9, after.requested_ms).bind(10, after.print).bind(11, most);
  if (one_kiosk) rows.bind(12, filter.kiosk);
  bind_scopes(rows, scopes, one_kiosk ? 13 : 12);
  return rows;
}

storage::Statement count_by_number(storage::Database& database, Filter const& filter) {
  auto rows = database.prepare(
      "SELECT COUNT(*) FROM certificates c LEFT JOIN issue_register r ON r.certificate = c.number "
      "WHERE c.number >= $7 AND c.number <= $8 AND " +
      std::string{conditions});
  bind_conditions(rows, filter);
  rows.bind(7, filter.scope.code).bind(8, end_of(filter.scope));
  return rows;
}

storage::Statement count_by_time(storage::Database& database, Scopes const& scopes, Filter const& filter) {
  auto const [from, end] = print_span(filter);
  auto rows = database.prepare(
      "SELECT COUNT(*) FROM issue_register r JOIN certificates c ON c.number = r.certificate "
      "WHERE r.requested_ms >= $7 AND r.requested_ms < $8 AND ($9 = '' OR r.kiosk = $9)" +
      conditions_of(scopes, 10));
  bind_conditions(rows, filter);
  rows.bind(7, from).bind(8, end).bind(9, filter.kiosk);
  bind_scopes(rows, scopes, 10);
  return rows;
}

Key key_of(Line const& line) {
  if (!line.print) return {line.number, 0, {}};
  return {line.number, line.print->requested.ms, line.print->id};
}

using Read = std::function<Result<void>(std::function<Result<void>(storage::Database&)> const&)>;

/// Adds the lines of a statement to the page until there is one more than `limit`.
Result<void> take_lines(storage::Statement rows, certificate::Regions const& regions, std::size_t limit,
                        Page& page) {
  while (page.lines.size() <= limit) {
    CE_TRY(bool const more, rows.step());
    if (!more) return {};
    CE_TRY(auto line, read_line(rows));
    line.retired = retired_name(regions, line.region);
    page.lines.push_back(std::move(line));
  }
  return {};
}

Result<Page> page_of(store::Rulebook const& rules, Read const& read, Filter const& filter, Key const& after,
                     int limit) {
  auto const scopes = scopes_of(rules.regions, filter.scope);
  auto const most = static_cast<std::size_t>(limit);
  Page page;
  auto const done = read([&](storage::Database& database) -> Result<void> {
    page = {};
    if (filter.asks_for_prints()) {
      CE_CHECK(take_lines(by_time(database, scopes, filter, after, limit + 1), rules.regions, most, page));
    }
    // Numbers begin with their region, so one scope comes whole behind another.
    for (auto const& scope : filter.asks_for_prints() ? Scopes{} : scopes) {
      if (end_of(scope) < after.number) continue;
      auto part = filter;
      part.scope = scope;
      CE_CHECK(take_lines(by_number(database, part, after, limit + 1), rules.regions, most, page));
    }
    if (page.lines.size() > most) {
      page.lines.resize(most);
      page.after = key_of(page.lines.back());
      return {};
    }
    for (auto const& scope : scopes) {
      auto part = filter;
      part.scope = scope;
      CE_CHECK(add_lost_lines(database, part, rules.regions, page.lines));
    }
    return {};
  });
  if (!done) return done.failure();
  return page;
}

}  // namespace

Result<Page> lines_of(store::Store const& store, Filter const& filter, Key const& after, int limit) {
  if (limit < 1 || limit > most_lines) return Failure{FailureCode::input_invalid, "每页 1 至 1000 行"};
  return page_of(
      store.rules(), [&](auto const& work) { return store.read(work); }, filter, after, limit);
}

// A file of a whole register holds up nobody on the primary.
Result<void> for_each_line(store::Store const& store, Filter const& filter,
                           std::function<Result<void>(Line const&)> const& take) {
  for (std::optional<Key> after = Key{}; after;) {
    CE_TRY(auto const page, page_of(
                                store.rules(), [&](auto const& work) { return store.read_recent(work); },
                                filter, *after, most_lines));
    for (auto const& line : page.lines) CE_CHECK(take(line));
    after = page.after;
  }
  return {};
}

Result<std::int64_t> count_lines(store::Store const& store, Filter const& filter) {
  auto const scopes = scopes_of(store.rules().regions, filter.scope);
  std::int64_t count = 0;
  auto const done = store.read_recent([&](storage::Database& database) -> Result<void> {
    count = 0;
    auto const add = [&](storage::Statement row) -> Result<void> {
      CE_CHECK(row.step());
      count += row.integer(0);
      return {};
    };
    if (filter.asks_for_prints()) CE_CHECK(add(count_by_time(database, scopes, filter)));
    for (auto const& scope : scopes) {
      auto part = filter;
      part.scope = scope;
      if (!filter.asks_for_prints()) CE_CHECK(add(count_by_number(database, part)));
      CE_TRY(auto const lost, count_lost_lines(database, part));
      count += lost;
    }
    return {};
  });
  if (!done) return done.failure();
  return count;
}

}  // namespace ce::registers
