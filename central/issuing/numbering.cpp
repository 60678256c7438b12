#include "central/issuing/numbering.h"

namespace ce::issuing {
namespace {

constexpr std::int64_t last_sequence = 999'999;

int digits_year(NumberScope const& scope) {
  return scope.rules.issue_year_digits ? scope.issue_year : scope.credit_year;
}

/// Adds to the counter; gives what it says then.
Result<std::int64_t> add_to_counter(storage::Database& database, NumberScope const& scope,
                                    std::int64_t count) {
  auto counter = database.prepare(
      "INSERT INTO number_counters (region, year, last_sequence) VALUES ($1, $2, $3) "
      "ON CONFLICT (region, year) DO UPDATE SET "
      "last_sequence = number_counters.last_sequence + excluded.last_sequence RETURNING last_sequence");
  // 0 where the sequence runs through all years.
  counter.bind(1, scope.region).bind(2, scope.rules.sequence_per_county_only ? 0 : digits_year(scope));
  CE_CHECK(counter.bind(3, count).ask().step());
  return counter.integer(0);
}

}  // namespace

Result<std::int64_t> hold_counter(storage::Database& database, NumberScope const& scope) {
  return add_to_counter(database, scope, 0);
}

Result<void> check_range(NumberScope const& scope, std::int64_t last, std::size_t count) {
  if (last + static_cast<std::int64_t>(count) <= last_sequence) return {};
  return Failure{FailureCode::number_exhausted,
                 scope.region + " " + std::to_string(digits_year(scope)) + " 年度的编号只剩 " +
                     std::to_string(last_sequence - last) + " 个，需要 " + std::to_string(count) +
                     " 个；一个也没有发出，请报告省厅"};
}

Result<std::vector<certificate::Number>> take_numbers(storage::Database& database, NumberScope const& scope,
                                                      std::size_t count) {
  CE_TRY(auto const end, add_to_counter(database, scope, static_cast<std::int64_t>(count)));
  CE_CHECK(check_range(scope, end - static_cast<std::int64_t>(count), count));  // else it is taken back
  auto const digits = certificate::region_digits(scope.region, scope.rules);
  std::vector<certificate::Number> numbers;
  numbers.reserve(count);
  for (auto sequence = end - static_cast<std::int64_t>(count) + 1; sequence <= end; ++sequence) {
    numbers.emplace_back(digits, digits_year(scope), static_cast<int>(sequence));
  }
  return numbers;
}

}  // namespace ce::issuing
