#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "shared/base/result.h"
#include "shared/certificate/regions.h"

namespace ce::certificate {

/// Which reading of article 15 applies where its text is open (rules.md).
struct NumberRules {
  bool city_level_01 = false;  // city_level_county_digits = 01 instead of 00
  std::string provincial_digits = "0000";
  bool sequence_per_county_only = false;  // seq_scope = county
  bool issue_year_digits = false;         // year_digits = issue_year
};

enum class NumberReason : std::uint8_t {
  ok,
  length,
  not_digits,
  region_unknown,
  year_unknown,
  seq_zero,
  warn_region_retired,
  warn_region_not_yet,
};

/// The 14 digits of article 15: 44 + city 2 + county 2 + year 2 + sequence 6.
class Number {
 public:
  /// Precondition: `region` is six digits starting 44, year 2010..2099, sequence 1..999999.
  Number(std::string_view region, int year, int sequence);

  [[nodiscard]] std::string const& text() const { return text_; }
  [[nodiscard]] std::string region() const { return text_.substr(0, 6); }
  [[nodiscard]] int year() const;
  [[nodiscard]] int sequence() const;
  auto operator<=>(Number const&) const = default;

 private:
  std::string text_;
};

struct NumberExamination {
  bool valid = false;
  NumberReason reason = NumberReason::length;
  std::string normalized;  // blanks taken out
  std::optional<Number> number;
};

/// Checks form and region; spaces and hyphens between groups are taken out first. A region that was
/// retired, or did not yet exist in the number's year, is valid with a warning. A number that does not start
/// with 44 is of an unknown region: no table of ours has it.
[[nodiscard]] NumberExamination examine_number(std::string_view input, Regions const& regions,
                                               NumberRules const& rules = {});

/// The six digits that stand for the region `code` in a number: the code itself but for city-level units and
/// the province, where the rules say otherwise.
[[nodiscard]] std::string region_digits(std::string_view code, NumberRules const& rules);

/// The number after `last` for that region and year: the next sequence in the same scope, 000001 in a
/// new one. Fails with number_exhausted after 999999.
[[nodiscard]] Result<Number> next_number(std::optional<Number> const& last, std::string_view region,
                                         int credit_year, int issue_year, NumberRules const& rules = {});

[[nodiscard]] std::string_view code_of(NumberReason reason);  // "SEQ_ZERO"

}  // namespace ce::certificate
