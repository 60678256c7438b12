#include "central/issuing/numbering.h"

#include <charconv>

namespace ce::issuing {
namespace {

using certificate::Number;

int digits_at(std::string_view text, std::size_t start, std::size_t count) {
  int value = 0;
  std::from_chars(text.data() + start, text.data() + start + count, value);
  return value;
}

/// Which year's row counts; 0 where the sequence runs through all years.
int counter_year(NumberScope const& scope, certificate::NumberRules const& rules) {
  if (rules.sequence_per_county_only) return 0;
  return rules.issue_year_digits ? scope.issue_year : scope.credit_year;
}

}  // namespace

Result<Number> take_number(storage::Database& database, NumberScope const& scope,
                           certificate::NumberRules const& rules) {
  auto counter = database.prepare("SELECT last_number FROM number_counters WHERE region = $1 AND year = $2");
  CE_TRY(bool const counted, counter.bind(1, scope.region).bind(2, counter_year(scope, rules)).step());
  std::optional<Number> last;
  if (counted) {
    auto const text = counter.text(0);
    last.emplace(std::string_view{text}.substr(0, 6), 2000 + digits_at(text, 6, 2), digits_at(text, 8, 6));
  }
  CE_TRY(auto const number,
         certificate::next_number(last, scope.region, scope.credit_year, scope.issue_year, rules));
  CE_CHECK(database
               .prepare("INSERT INTO number_counters (region, year, last_number) VALUES ($1, $2, $3) "
                        "ON CONFLICT (region, year) DO UPDATE SET last_number = excluded.last_number")
               .bind(1, scope.region)
               .bind(2, counter_year(scope, rules))
               .bind(3, number.text())
               .run());
  return number;
}

}  // namespace ce::issuing
