#include "central/casebook/judges.h"
#include "shared/certificate/number.h"

namespace ce::casebook {
namespace {

Result<std::optional<certificate::Number>> last_of(Json const& test_case, Rulebook const& rules,
                                                   certificate::NumberRules const& numbering) {
  CE_TRY(auto const last, optional_text(test_case, "last"));
  if (!last) return std::optional<certificate::Number>{};
  auto const examined = certificate::examine_number(*last, rules.regions, numbering);
  if (!examined.number) return malformed("last", certificate::code_of(examined.reason));
  return examined.number;
}

}  // namespace

Result<Json> judge_number(Json const& test_case, Rulebook const& rules) {
  CE_TRY(std::string const input, text(test_case, "input"));
  CE_TRY(auto const switches, with_config({}, test_case));
  auto const examined = certificate::examine_number(input, rules.regions, switches.numbering);
  Json verdict{{"valid", examined.valid},
               {"reason", certificate::code_of(examined.reason)},
               {"normalized", examined.normalized}};
  if (examined.number) {
    verdict["region"] = examined.number->region();
    verdict["credit_year"] = examined.number->year();
    verdict["seq"] = examined.number->sequence();
  }
  return verdict;
}

Result<Json> judge_sequence(Json const& test_case, Rulebook const& rules) {
  CE_TRY(auto switches, with_config({}, test_case));
  CE_TRY(auto const scope, optional_text(test_case, "scope"));
  if (scope && *scope != "county_year" && *scope != "county") return malformed("scope", "unknown word");
  if (scope) switches.numbering.sequence_per_county_only = *scope == "county";
  Json const* issue = field(test_case, "issue");
  if (issue == nullptr || !issue->is_object()) return malformed("issue", "expected an object");
  CE_TRY(std::string const region, text(*issue, "region"));
  if (rules.regions.find(region) == nullptr && rules.regions.find_change(region) == nullptr) {
    return malformed("issue.region", "no such region");
  }
  CE_TRY(auto const year, optional_integer(*issue, "year"));
  if (!year || *year < 2010 || *year > 2099)
    return malformed("issue.year", "expected a year from 2010 to 2099");
  int const credit_year = static_cast<int>(*year);
  CE_TRY(auto const issued_on, optional_date(*issue, "issue_date"));
  int const issue_year = issued_on ? issued_on->year() : credit_year;
  if (issue_year < 2010 || issue_year > 2099) return malformed("issue.issue_date", "outside 2010 to 2099");
  CE_TRY(auto const last, last_of(test_case, rules, switches.numbering));
  auto const number = certificate::next_number(last, rules.regions.issuing_code(region, issue_year),
                                               credit_year, issue_year, switches.numbering);
  if (!number) return Json{{"expect_error", "SEQ_EXHAUSTED"}};
  return Json{{"expect", number->text()}};
}

}  // namespace ce::casebook
