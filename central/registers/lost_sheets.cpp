#include "central/registers/lost_sheets.h"

#include <algorithm>
#include <iterator>
#include <tuple>

#include "central/registers/print_rows.h"

namespace ce::registers {
namespace {

/// Of which the filter asks, as r. A number begins with its region, and tells its year.
constexpr std::string_view of_lost =
    " FROM lost_prints r LEFT JOIN kiosks k ON k.id = r.kiosk WHERE r.certificate >= $1 AND r.certificate <= "
    "$2 AND r.requested_ms >= $3 AND r.requested_ms < $4 AND ($5 = '' OR r.kiosk = $5) AND ($6 = '' OR "
    "substr(r.certificate, 7, 2) = $6)";

storage::Statement asked(storage::Database& database, Filter const& filter, std::string const& sql) {
  auto const [from, end] = print_span(filter);
  auto rows = database.prepare(sql);
  rows.bind(1, filter.scope.code).bind(2, end_of(filter.scope)).bind(3, from).bind(4, end);
  rows.bind(5, filter.kiosk).bind(6, filter.year ? std::to_string(*filter.year).substr(2) : std::string{});
  return rows;
}

bool asks_for_lost(Filter const& filter) {
  return !filter.issued_from && !filter.issued_to;
}

/// The region whose numbers begin so: a city's or the province's own may end in 01 (shared/certificate).
std::string region_of(std::string const& digits, certificate::Regions const& regions) {
  bool const known = regions.find(digits) != nullptr || regions.find_change(digits) != nullptr;
  return known || !digits.ends_with("01") ? digits : digits.substr(0, 4) + "00";
}

Line read_lost(storage::Statement const& row, certificate::Regions const& regions) {
  Line line;
  line.number = row.text(0);
  line.year = 2000 + std::stoi(line.number.substr(6, 2));
  line.region = region_of(line.number.substr(0, 6), regions);
  line.retired = retired_name(regions, line.region);
  line.successor = row.text(8);
  line.lost = true;
  return line;
}

}  // namespace

std::string retired_name(certificate::Regions const& regions, std::string const& region) {
  auto const* const change = regions.find_change(region);
  return change != nullptr && change->last_seen != 0 ? regions.full_name(region) : std::string{};
}

Result<void> add_lost_lines(storage::Database& database, Filter const& filter,
                            certificate::Regions const& regions, std::vector<Line>& lines) {
  if (!asks_for_lost(filter)) return {};
  std::vector<Line> lost;
  auto rows = asked(database, filter,
                    "SELECT r.certificate, '', 0, '', '', '', NULL, '', COALESCE(r.recorded_as, ''), '', "
                    "r.print_id, r.copy, r.blank_number, r.kiosk, k.hall, r.requested_ms, " +
                        latest("outcome") + ", " + latest("cause") + std::string{of_lost});
  for (;;) {
    CE_TRY(bool const more, rows.step());
    if (!more) break;
    auto line = read_lost(rows, regions);
    CE_TRY(line.print, read_print(rows));
    lost.push_back(std::move(line));
  }
  std::ranges::sort(lost, {}, [](Line const& line) {
    return std::tuple{line.number, line.print->requested.ms, line.print->id};
  });
  std::ranges::move(lost, std::back_inserter(lines));
  return {};
}

Result<std::int64_t> count_lost_lines(storage::Database& database, Filter const& filter) {
  if (!asks_for_lost(filter)) return std::int64_t{0};
  auto row = asked(database, filter, "SELECT COUNT(*)" + std::string{of_lost});
  CE_CHECK(row.step());
  return row.integer(0);
}

Result<void> add_lost_counts(storage::Database& database, Filter const& filter,
                             certificate::Regions const& regions, Counts& counts) {
  if (!asks_for_lost(filter)) return {};
  auto numbers = asked(database, filter,
                       "SELECT substr(r.certificate, 1, 6), COUNT(DISTINCT r.certificate)" +
                           std::string{of_lost} + " GROUP BY substr(r.certificate, 1, 6)");
  for (;;) {
    CE_TRY(bool const more, numbers.step());
    if (!more) break;
    counts[region_of(numbers.text(0), regions)].lost += numbers.integer(1);
  }
  auto prints = asked(database, filter,
                      "SELECT q.digits, q.outcome, " + std::string{print_sums} +
                          " FROM (SELECT substr(r.certificate, 1, 6) AS digits, r.blank_number, "
                          "r.requested_ms, COALESCE(" +
                          latest("outcome") + ", '') AS outcome" + std::string{of_lost} +
                          ") q GROUP BY q.digits, q.outcome");
  for (;;) {
    CE_TRY(bool const more, prints.step());
    if (!more) return {};
    add_prints(counts[region_of(prints.text(0), regions)], prints.text(1), prints, 2);
  }
}

}  // namespace ce::registers
