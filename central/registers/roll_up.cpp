#include "central/registers/roll_up.h"

#include "central/registers/kept_counts.h"
#include "central/registers/lost_sheets.h"
#include "central/registers/print_rows.h"

namespace ce::registers {
namespace {

using certificate::RegionLevel;

void bind_filter(storage::Statement& rows, Filter const& filter) {
  rows.bind(1, filter.scope.code).bind(2, filter.scope.last());
  rows.bind(3, filter.year.value_or(0)).bind(4, filter.year.value_or(9999));
  rows.bind(5, filter.issued_from ? filter.issued_from->iso() : std::string{"0000"});
  rows.bind(6, filter.issued_to ? filter.issued_to->iso() : std::string{"9999-99-99"});
}

Result<void> count_certificates(storage::Database& database, Filter const& filter, Counts& regions) {
  auto rows = database.prepare(
      "SELECT region, COUNT(*), COUNT(revoked_ms) FROM certificates WHERE number >= $1 AND number <= $7 AND "
      "region BETWEEN $1 AND $2 "
      "AND year BETWEEN $3 AND $4 AND issue_day BETWEEN $5 AND $6 GROUP BY region");
  bind_filter(rows, filter);
  rows.bind(7, end_of(filter.scope));
  for (;;) {
    CE_TRY(bool const more, rows.step());
    if (!more) return {};
    auto& region = regions[rows.text(0)];
    region.issued = rows.integer(1);
    region.revoked = rows.integer(2);
  }
}

Result<void> count_prints(storage::Database& database, Filter const& filter, Counts& regions) {
  auto const [from, end] = print_span(filter);
  auto rows = database.prepare(
      "SELECT q.region, q.outcome, " + std::string{print_sums} +
      " FROM (SELECT c.region, r.blank_number, r.requested_ms, COALESCE(" + latest("outcome") +
      ", '') AS outcome FROM certificates c JOIN issue_register r ON r.certificate = c.number WHERE c.number "
      ">= "
      "$1 AND c.number <= $10 AND c.region BETWEEN $1 AND $2 AND c.year BETWEEN $3 AND $4 AND c.issue_day "
      "BETWEEN $5 AND $6 AND r.requested_ms >= $7 AND r.requested_ms < $8 AND ($9 = '' OR r.kiosk = $9)) q "
      "GROUP BY q.region, q.outcome");
  bind_filter(rows, filter);
  rows.bind(7, from).bind(8, end).bind(9, filter.kiosk).bind(10, end_of(filter.scope));
  for (;;) {
    CE_TRY(bool const more, rows.step());
    if (!more) return {};
    add_prints(regions[rows.text(0)], rows.text(1), rows, 2);
  }
}

bool by_days(Filter const& filter) {
  return filter.asks_for_prints() || filter.issued_from || filter.issued_to;
}

/// Line by line: what is kept knows no days and no kiosks.
Result<Counts> counted_by_days(store::Store const& store, std::vector<store::RegionScope> const& scopes,
                               Filter const& filter) {
  Counts regions;
  auto const done = store.read([&](storage::Database& database) -> Result<void> {
    regions.clear();
    for (auto const& scope : scopes) {
      auto part = filter;
      part.scope = scope;
      CE_CHECK(count_certificates(database, part, regions));
      CE_CHECK(count_prints(database, part, regions));
      CE_CHECK(add_lost_counts(database, part, store.rules().regions, regions));
    }
    return {};
  });
  if (!done) return done.failure();
  return regions;
}

RegionLevel level_of(certificate::Regions const& all, std::string const& code) {
  auto const* const region = all.find(code);
  return region == nullptr ? RegionLevel::district : region->level;
}

// Numbers of regions that are no more stay in the register of their time.
std::string name_of(certificate::Regions const& all, std::string const& code) {
  auto name = all.full_name(code);
  if (name.empty()) return "已撤销的地区 " + code;
  auto const* const change = all.find_change(code);
  return change != nullptr && change->last_seen != 0 ? name + "（已撤销）" : name;
}

RollUp sum_of(Counts const& regions, certificate::Regions const& all, store::RegionScope const& scope) {
  RollUp sum;
  sum.region = scope.code;
  sum.name = name_of(all, scope.code);
  sum.level = level_of(all, scope.code);
  sum.with_all_below = true;
  for (auto const& [region, counts] : regions) {
    if (holds(all, scope, region)) sum += counts;
  }
  return sum;
}

}  // namespace

RollUp& RollUp::operator+=(RollUp const& other) {
  for (auto const count : {&RollUp::issued, &RollUp::revoked, &RollUp::lost, &RollUp::printed,
                           &RollUp::unresolved, &RollUp::blanks_used, &RollUp::blanks_void}) {
    this->*count += other.*count;
  }
  return *this;
}

Result<std::vector<RollUp>> roll_up(store::Store& store, Filter const& filter) {
  auto const& all = store.rules().regions;
  auto const scopes = scopes_of(all, filter.scope);
  CE_TRY(auto regions,
         by_days(filter) ? counted_by_days(store, scopes, filter) : kept_counts(store, scopes, filter.year));
  std::vector<RollUp> lines;
  auto const add_own = [&](std::string const& code) {
    auto const found = regions.find(code);
    if (found == regions.end()) return;
    auto line = found->second;
    line.region = code;
    line.name = name_of(all, code);
    line.level = level_of(all, code);
    lines.push_back(std::move(line));
    regions.erase(found);
  };
  auto const everything = regions;
  lines.push_back(sum_of(everything, all, filter.scope));
  for (auto const& region : all.all()) {
    if (!filter.scope.covers(region.code)) continue;
    bool const is_city = region.level == RegionLevel::prefecture && region.code != filter.scope.code;
    if (is_city) lines.push_back(sum_of(everything, all, {region.code}));
    // A county's own line says no more than its sum, but where that has numbers of counties before it.
    bool const as_its_sum = region.code == filter.scope.code && scopes.size() == 1;
    if (!as_its_sum || region.level != RegionLevel::district) add_own(region.code);
  }
  if (level_of(all, filter.scope.code) == RegionLevel::district && scopes.size() == 1) return lines;
  while (!regions.empty()) {
    auto const code = regions.begin()->first;
    add_own(code);
  }
  return lines;
}

}  // namespace ce::registers
