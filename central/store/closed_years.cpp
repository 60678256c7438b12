#include "central/store/closed_years.h"

namespace ce::store {

Result<std::vector<ClosedYear>> closed_years(storage::Database& database) {
  auto rows = database.prepare(
      "SELECT year, closed_ms, closed_by, reason, waiting, reopened_ms, COALESCE(reopened_by, ''), "
      "COALESCE(reopened_reason, '') FROM closed_years ORDER BY year");
  std::vector<ClosedYear> all;
  for (;;) {
    CE_TRY(bool const more, rows.step());
    if (!more) return all;
    ClosedYear one{static_cast<int>(rows.integer(0)),
                   Instant{rows.integer(1)},
                   rows.text(2),
                   rows.text(3),
                   rows.integer(4),
                   std::nullopt,
                   rows.text(6),
                   rows.text(7)};
    if (!rows.is_null(5)) one.reopened = Instant{rows.integer(5)};
    all.push_back(std::move(one));
  }
}

Result<bool> is_closed(storage::Database& database, int year) {
  auto row = database.prepare("SELECT 1 FROM years_closed WHERE year = $1");
  return row.bind(1, std::int64_t{year}).step();
}

Result<std::optional<ClosedYear>> closed_year(storage::Database& database, int year) {
  CE_TRY(auto const all, closed_years(database));  // a row for each year that ever was: few
  for (auto const& one : all) {
    if (one.year == year && !one.reopened) return std::optional{one};
  }
  return std::optional<ClosedYear>{};
}

Result<void> check_year_open(storage::Database& database, int year) {
  CE_TRY(bool const closed, is_closed(database, year));
  if (!closed) return {};
  return closed_failure(year);
}

Failure closed_failure(int year) {
  return {FailureCode::review_refused, closed_sentence(year) + "，" + std::string{closed_remedy}};
}

std::string closed_sentence(int year) {
  return std::to_string(year) + " 年度的学习登记已经截止归档";
}

}  // namespace ce::store
