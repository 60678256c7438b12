#include "central/registers/kept_counts.h"

#include <set>
#include <tuple>
#include <vector>

#include "central/registers/lost_sheets.h"
#include "central/registers/print_rows.h"
#include "shared/storage/insert_rows.h"

namespace ce::registers {
namespace {

// Numbers that begin alike, up to their year's digits: one range of the table's key. And of which credit year
// they are, which a switch of the rules lets differ from the digits.
struct Part {
  std::string prefix;
  int year = 0;
  auto operator<=>(Part const&) const = default;
};
using Parts = std::map<Part, RollUp>;

/// A region that has issued, and up to which change of its certificates it was counted.
struct Region {
  std::string code;
  std::int64_t now = 0;
  std::optional<std::int64_t> counted;
};

/// What was counted of a region just now.
struct Recount {
  Region region;
  std::set<std::string> prefixes;  // the parts that were counted; all of them where it never was before
  Parts parts;
};

// Others' standings are changes of a region too: that nothing was issued or printed is noted now and then.
constexpr std::int64_t noted_every = 1000;

Result<std::vector<Region>> regions_in(storage::Database& database, store::RegionScope const& scope) {
  auto rows = database.prepare(
      "SELECT n.region, COALESCE((SELECT c.last_seq FROM change_counters c WHERE c.scope = n.region), 0), "
      "k.seq FROM (SELECT DISTINCT region FROM number_counters WHERE region BETWEEN $1 AND $2) n "
      "LEFT JOIN register_counted k ON k.region = n.region ORDER BY n.region");
  rows.bind(1, scope.code).bind(2, scope.last());
  std::vector<Region> regions;
  for (;;) {
    CE_TRY(bool const more, rows.step());
    if (!more) return regions;
    regions.push_back({rows.text(0), rows.integer(1), rows.optional_integer(2)});
  }
}

Result<Parts> kept_parts(storage::Database& database, std::string const& region) {
  auto rows = database.prepare(
      "SELECT prefix, year, issued, revoked, printed, unresolved, blanks_used, blanks_void "
      "FROM register_counts WHERE region = $1");
  rows.bind(1, region);
  Parts parts;
  for (;;) {
    CE_TRY(bool const more, rows.step());
    if (!more) return parts;
    auto& sum = parts[{rows.text(0), static_cast<int>(rows.integer(1))}];
    sum.issued = rows.integer(2);
    sum.revoked = rows.integer(3);
    sum.printed = rows.integer(4);
    sum.unresolved = rows.integer(5);
    sum.blanks_used = rows.integer(6);
    sum.blanks_void = rows.integer(7);
  }
}

/// The parts in which something was issued, revoked or printed since (central/changes).
Result<std::set<std::string>> changed_parts(storage::Database& database, Region const& region) {
  std::set<std::string> prefixes;
  if (region.counted == region.now) return prefixes;
  auto rows = database.prepare(
      "SELECT DISTINCT substr(id, 1, 8) FROM changes WHERE scope = $1 AND seq > $2 AND kind = 'certificate' "
      "UNION SELECT substr(first_number, 1, 8) FROM change_runs WHERE scope = $1 AND last_seq > $2");
  rows.bind(1, region.code).bind(2, region.counted.value_or(0));
  for (;;) {
    CE_TRY(bool const more, rows.step());
    if (!more) return prefixes;
    prefixes.insert(rows.text(0));
  }
}

Result<void> count_part(storage::Database& database, std::string const& region, std::string const& from,
                        std::string const& end, Parts& parts) {
  auto issued = database.prepare(
      "SELECT substr(number, 1, 8), year, COUNT(*), COUNT(revoked_ms) FROM certificates WHERE number >= $2 "
      "AND number < $3 AND region = $1 GROUP BY substr(number, 1, 8), year");
  issued.bind(1, region).bind(2, from).bind(3, end);
  for (;;) {
    CE_TRY(bool const more, issued.step());
    if (!more) break;
    auto& sum = parts[{issued.text(0), static_cast<int>(issued.integer(1))}];
    sum.issued = issued.integer(2);
    sum.revoked = issued.integer(3);
  }
  auto prints = database.prepare(
      "SELECT q.prefix, q.year, q.outcome, " + std::string{print_sums} +
      " FROM (SELECT substr(c.number, 1, 8) AS prefix, c.year, r.blank_number, r.requested_ms, COALESCE(" +
      latest("outcome") +
      ", '') AS outcome FROM certificates c JOIN issue_register r ON r.certificate = c.number WHERE c.number "
      ">= "
      "$2 AND c.number < $3 AND c.region = $1) q GROUP BY q.prefix, q.year, q.outcome");
  prints.bind(1, region).bind(2, from).bind(3, end);
  for (;;) {
    CE_TRY(bool const more, prints.step());
    if (!more) return {};
    add_prints(parts[{prints.text(0), static_cast<int>(prints.integer(1))}], prints.text(2), prints, 3);
  }
}

/// Behind every number that begins so.
std::string behind(std::string const& prefix) {
  return prefix + ":";  // what comes behind 9
}

/// Behind a region's numbers: those of a city's or the province's own end in 00 or 01 (shared/certificate).
std::string behind_region(std::string const& region) {
  return behind(region.ends_with("00") ? region.substr(0, 4) + "01" : region);
}

Result<Parts> counted_parts(storage::Database& database, Region const& region, std::vector<Recount>& anew) {
  if (!region.counted) {
    Recount first{region, {}, {}};
    CE_CHECK(count_part(database, region.code, region.code, behind_region(region.code), first.parts));
    anew.push_back(first);
    return std::move(first.parts);
  }
  CE_TRY(auto parts, kept_parts(database, region.code));
  Recount some{region, {}, {}};
  CE_TRY(some.prefixes, changed_parts(database, region));
  for (auto const& prefix : some.prefixes) {
    std::erase_if(parts, [&](auto const& one) { return one.first.prefix == prefix; });
    CE_CHECK(count_part(database, region.code, prefix, behind(prefix), some.parts));
  }
  parts.insert(some.parts.begin(), some.parts.end());
  if (!some.prefixes.empty() || region.now - *region.counted > noted_every) anew.push_back(std::move(some));
  return parts;
}

/// False where another has counted meanwhile.
Result<bool> note_counted(storage::Database& database, Region const& region) {
  auto row =
      database.prepare(region.counted ? "UPDATE register_counted SET seq = $2 WHERE region = $1 AND seq = $3"
                                      : "INSERT INTO register_counted (region, seq) VALUES ($1, $2) "
                                        "ON CONFLICT (region) DO NOTHING");
  row.bind(1, region.code).bind(2, region.now);
  if (region.counted) row.bind(3, *region.counted);
  CE_CHECK(row.run());
  return database.changes() == 1;
}

Result<void> keep(storage::Database& database, Recount const& anew) {
  auto const& code = anew.region.code;
  CE_TRY(bool const ours, note_counted(database, anew.region));
  if (!ours) return {};
  if (!anew.region.counted)
    CE_CHECK(database.prepare("DELETE FROM register_counts WHERE region = $1").bind(1, code).run());
  for (auto const& prefix : anew.prefixes) {
    auto row = database.prepare("DELETE FROM register_counts WHERE region = $1 AND prefix = $2");
    CE_CHECK(row.bind(1, code).bind(2, prefix).run());
  }
  std::vector<std::pair<Part, RollUp>> const rows{anew.parts.begin(), anew.parts.end()};
  return storage::insert_rows(
      database,
      "INSERT INTO register_counts (region, prefix, year, issued, revoked, printed, unresolved, blanks_used, "
      "blanks_void)",
      9, rows.size(), [&](storage::Statement& row, int first, std::size_t i) {
        auto const& [part, sum] = rows[i];
        row.bind(first, code).bind(first + 1, part.prefix).bind(first + 2, std::int64_t{part.year});
        row.bind(first + 3, sum.issued).bind(first + 4, sum.revoked).bind(first + 5, sum.printed);
        row.bind(first + 6, sum.unresolved).bind(first + 7, sum.blanks_used).bind(first + 8, sum.blanks_void);
      });
}

}  // namespace

Result<Counts> kept_counts(store::Store& store, std::span<store::RegionScope const> scopes,
                           std::optional<int> year) {
  Counts counts;
  std::vector<Recount> anew;
  auto const counted = store.read([&](storage::Database& database) -> Result<void> {
    counts.clear();
    anew.clear();
    for (auto const& scope : scopes) {
      CE_TRY(auto const regions, regions_in(database, scope));
      for (auto const& region : regions) {
        CE_TRY(auto const parts, counted_parts(database, region, anew));
        for (auto const& [part, sum] : parts) {
          if (!year || part.year == *year) counts[region.code] += sum;
        }
      }
      CE_CHECK(add_lost_counts(database, {scope, year}, store.rules().regions, counts));
    }
    return {};
  });
  if (!counted) return counted.failure();
  if (anew.empty()) return counts;
  auto const kept = store.write([&](storage::Database& database) -> Result<void> {
    for (auto const& one : anew) CE_CHECK(keep(database, one));
    return {};
  });
  if (!kept) return kept.failure();
  return counts;
}

}  // namespace ce::registers
