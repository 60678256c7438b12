#include "shared/certificate/number.h"

#include <algorithm>
#include <array>
#include <cassert>

namespace ce::certificate {
namespace {

constexpr std::string_view province = "440000";
constexpr std::size_t number_length = 14;
constexpr int first_year = 2010;
constexpr int last_sequence = 999'999;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

int value_of(std::string_view digits) {
  int value = 0;
  for (char c : digits) value = value * 10 + (c - '0');
  return value;
}

// As many digits as `first`, the place of the first one, has. Each look-up makes a number: printf took as
// long as all of its checks.
void append_digits(std::string& out, int value, int first) {
  for (int place = first; place != 0; place /= 10) out.push_back(static_cast<char>('0' + value / place % 10));
}

// The province has been told before.
bool is_city_level(std::string_view code) {
  return code.ends_with("00");
}

std::string without_separators(std::string_view input) {
  std::string out;
  for (char c : input) {
    if (c != ' ' && c != '-' && c != '\t') out.push_back(c);
  }
  return out;
}

// The GB/T 2260 code that six digits of a number stand for under the rules; empty where no scheme has them.
std::string code_of_digits(std::string_view digits, NumberRules const& rules) {
  if (digits.substr(2) == rules.provincial_digits) return std::string{province};
  if (rules.city_level_01) {
    if (digits.ends_with("00")) return {};
    if (digits.ends_with("01")) return std::string{digits.substr(0, 4)} + "00";
  }
  return std::string{digits};
}

NumberReason examine_region(std::string_view digits, int year, Regions const& regions,
                            NumberRules const& rules) {
  std::string const code = code_of_digits(digits, rules);
  if (code == province && digits.substr(2) != rules.provincial_digits) return NumberReason::region_unknown;
  RegionChange const* change = regions.find_change(code);
  if (change == nullptr) {
    return regions.find(code) == nullptr ? NumberReason::region_unknown : NumberReason::ok;
  }
  if (change->last_seen != 0 && year > change->last_seen / 100) return NumberReason::warn_region_retired;
  if (year < change->first_seen / 100) return NumberReason::warn_region_not_yet;
  return NumberReason::ok;
}

bool is_warning(NumberReason reason) {
  return reason == NumberReason::warn_region_retired || reason == NumberReason::warn_region_not_yet;
}

}  // namespace

Number::Number(std::string_view region, int year, int sequence) {
  assert(region.size() == 6 && region.starts_with("44") && year >= first_year && year <= 2099);
  assert(sequence >= 1 && sequence <= last_sequence);
  text_.append(region);
  append_digits(text_, year % 100, 10);
  append_digits(text_, sequence, 100'000);
}

int Number::year() const {
  return 2000 + value_of(std::string_view{text_}.substr(6, 2));
}

int Number::sequence() const {
  return value_of(std::string_view{text_}.substr(8));
}

NumberExamination examine_number(std::string_view input, Regions const& regions, NumberRules const& rules) {
  NumberExamination result;
  result.normalized = without_separators(input);
  std::string_view const text = result.normalized;
  // A wrong character is the better complaint also where the length is wrong: it is why it is.
  bool const digits = std::all_of(text.begin(), text.end(), is_digit);
  result.reason = digits ? NumberReason::length : NumberReason::not_digits;
  if (!digits || text.size() != number_length) return result;
  int const year = 2000 + value_of(text.substr(6, 2));
  int const sequence = value_of(text.substr(8));
  if (!text.starts_with("44")) {
    result.reason = NumberReason::region_unknown;
  } else if (year < first_year) {
    result.reason = NumberReason::year_unknown;
  } else {
    result.reason = examine_region(text.substr(0, 6), year, regions, rules);
    if (result.reason != NumberReason::region_unknown && sequence == 0)
      result.reason = NumberReason::seq_zero;
  }
  result.valid = result.reason == NumberReason::ok || is_warning(result.reason);
  if (result.valid) result.number.emplace(text.substr(0, 6), year, sequence);
  return result;
}

std::string region_digits(std::string_view code, NumberRules const& rules) {
  if (code == province) return "44" + rules.provincial_digits;
  if (is_city_level(code) && rules.city_level_01) return std::string{code.substr(0, 4)} + "01";
  return std::string{code};
}

Result<Number> next_number(std::optional<Number> const& last, std::string_view region, int credit_year,
                           int issue_year, NumberRules const& rules) {
  int const year = rules.issue_year_digits ? issue_year : credit_year;
  std::string const digits = region_digits(region, rules);
  bool const same_scope =
      last && last->region() == digits && (rules.sequence_per_county_only || last->year() == year);
  int const sequence = same_scope ? last->sequence() + 1 : 1;
  if (sequence > last_sequence) {
    return Failure{FailureCode::number_exhausted,
                   "region " + digits + ", year " + std::to_string(year) + ": 999999 is given out"};
  }
  return Number{digits, year, sequence};
}

std::string_view code_of(NumberReason reason) {
  constexpr auto codes =
      std::to_array<std::string_view>({"OK", "LENGTH", "NOT_DIGITS", "REGION_UNKNOWN", "YEAR_UNKNOWN",
                                       "SEQ_ZERO", "WARN_REGION_RETIRED", "WARN_REGION_NOT_YET"});
  return codes.at(static_cast<std::size_t>(reason));
}

}  // namespace ce::certificate
