#include "central/issuing/numbering.h"

#include <map>

#include "shared/storage/insert_rows.h"

namespace ce::issuing {
namespace {

constexpr std::int64_t last_sequence = 999'999;

int digits_year(NumberScope const& scope) {
  return scope.rules.issue_year_digits ? scope.issue_year : scope.credit_year;
}

/// Region and year of a counter; 0 where the sequence runs through all years.
using Counter = std::pair<std::string, std::int64_t>;

Counter counter_of(NumberScope const& scope) {
  return {scope.region, scope.rules.sequence_per_county_only ? 0 : digits_year(scope)};
}

/// Adds to the counters, in their order; `counts` says afterwards what each stood at before.
Result<void> add_to_counters(storage::Database& database, std::map<Counter, std::int64_t>& counts) {
  std::vector<std::pair<Counter, std::int64_t>> const rows{counts.begin(), counts.end()};
  return storage::insert_rows_returning(
      database, "INSERT INTO number_counters (region, year, last_sequence)", 3, rows.size(),
      [&](storage::Statement& row, int first, std::size_t i) {
        auto const& [counter, count] = rows[i];
        row.bind(first, counter.first).bind(first + 1, counter.second).bind(first + 2, count);
      },
      " ON CONFLICT (region, year) DO UPDATE SET last_sequence = number_counters.last_sequence + "
      "excluded.last_sequence RETURNING region, year, last_sequence",
      [&](storage::Statement const& row) -> Result<void> {
        auto& count = counts.at({row.text(0), row.integer(1)});
        count = row.integer(2) - count;
        return {};
      });
}

std::vector<certificate::Number> numbers_after(std::int64_t last, Want const& want) {
  auto const digits = certificate::region_digits(want.scope.region, want.scope.rules);
  std::vector<certificate::Number> numbers;
  numbers.reserve(want.count);
  for (std::size_t i = 1; i <= want.count; ++i) {
    numbers.emplace_back(digits, digits_year(want.scope), static_cast<int>(last) + static_cast<int>(i));
  }
  return numbers;
}

}  // namespace

Result<std::int64_t> hold_counter(storage::Database& database, NumberScope const& scope) {
  std::map<Counter, std::int64_t> counts{{counter_of(scope), 0}};
  CE_CHECK(add_to_counters(database, counts));
  return counts.begin()->second;
}

storage::Statement ask_pause(storage::Database& database) {
  auto row = database.prepare("SELECT 1 FROM change_epoch WHERE id = 1 AND issuing_paused_ms IS NOT NULL");
  row.ask();
  return row;
}

Result<void> check_pause(storage::Statement asked) {
  CE_TRY(bool const paused, asked.step());
  if (!paused) return {};
  return Failure{
      FailureCode::issuing_refused,
      "系统刚从备份恢复，暂停发证：备份之后发出的编号还没有查清，不能发给他人。由系统管理员查清后恢复"};
}

Result<void> check_range(NumberScope const& scope, std::int64_t last, std::size_t count) {
  if (last + static_cast<std::int64_t>(count) <= last_sequence) return {};
  return Failure{FailureCode::number_exhausted,
                 scope.region + " " + std::to_string(digits_year(scope)) + " 年度的编号只剩 " +
                     std::to_string(last_sequence - last) + " 个，需要 " + std::to_string(count) +
                     " 个；一个也没有发出，请报告省厅"};
}

Result<std::vector<std::vector<certificate::Number>>> take_numbers(storage::Database& database,
                                                                   std::span<Want const> wants) {
  std::map<Counter, std::int64_t> last;
  for (auto const& want : wants) last[counter_of(want.scope)] += static_cast<std::int64_t>(want.count);
  CE_CHECK(add_to_counters(database, last));
  std::vector<std::vector<certificate::Number>> all;
  all.reserve(wants.size());
  for (auto const& want : wants) {
    auto& before = last.at(counter_of(want.scope));
    CE_CHECK(check_range(want.scope, before, want.count));  // else all is taken back
    all.push_back(numbers_after(before, want));
    before += static_cast<std::int64_t>(want.count);
  }
  return all;
}

}  // namespace ce::issuing
