#include "central/casebook/credit_cases.h"

#include <cmath>

#include "central/casebook/case_record.h"
#include "central/casebook/judges.h"
#include "shared/credit/judge.h"

namespace ce::casebook {
namespace {

Result<credit::RulePack> pack_of(Json const& test_case, int year, Rulebook const& rules) {
  CE_TRY(auto const id, optional_text(test_case, "pack"));
  if (!id) {
    CE_TRY(credit::RulePack const* pack, rules.packs.of_year(year));
    return *pack;
  }
  credit::RulePack const* pack = rules.packs.find(*id);
  if (pack == nullptr) return malformed("pack", "no rule pack is named \"" + *id + "\"");
  return *pack;
}

// Absent: the pack's own guide of that year; null: none was published.
Result<std::optional<credit::StudyGuide>> guide_of(Json const& test_case, credit::RulePack const& pack,
                                                   int year) {
  if (!test_case.contains("guide")) return pack.guide_of(year);
  Json const* guide = field(test_case, "guide");
  if (guide == nullptr) return std::optional<credit::StudyGuide>{};
  CE_TRY(auto const hours, optional_hours(*guide, "professional_mandatory_hours"));
  if (!hours) return malformed("guide", "professional_mandatory_hours is missing");
  return std::optional{credit::StudyGuide{*hours}};
}

double rounded_hours(CreditUnits units) {
  return std::round(static_cast<double>(units.count) * 100 / CreditUnits::per_hour) / 100;
}

template <class Codes>
Json codes_of(Codes const& values) {
  Json list = Json::array();
  for (auto const value : values) list.push_back(credit::code_of(value));
  return list;
}

}  // namespace

Result<CreditCase> credit_case_of(Json const& test_case, Rulebook const& rules) {
  CreditCase result;
  CE_TRY(auto const year, optional_integer(test_case, "year"));
  if (!year || *year < 1 || *year > 9999) return malformed("year", "expected a year");
  result.year = static_cast<int>(*year);
  CE_TRY(result.pack, pack_of(test_case, result.year, rules));
  CE_TRY(result.pack.switches, with_config(result.pack.switches, test_case));
  CE_TRY(result.guide, guide_of(test_case, result.pack, result.year));
  Json const* records = field(test_case, "records");
  if (records == nullptr || !records->is_array()) return malformed("records", "expected a list");
  for (std::size_t i = 0; i < records->size(); ++i) {
    auto record = record_of((*records)[i]);
    if (!record) return malformed("records[" + std::to_string(i) + "]", record.failure().detail);
    result.records.push_back(*record);
  }
  return result;
}

Result<Json> judge_credit(Json const& test_case, Rulebook const& rules) {
  CE_TRY(CreditCase const given, credit_case_of(test_case, rules));
  credit::Verdict const verdict = credit::judge(given.records, given.pack, given.guide, given.year);
  Json units = Json::object();
  Json hours = Json::object();
  auto put = [&](char const* name, CreditUnits value) {
    units[name] = value.count;
    hours[name] = rounded_hours(value);
  };
  put("public", verdict.public_subject.done);
  put("professional", verdict.professional.done);
  put("professional_mandatory", verdict.professional_mandatory.done);
  put("achievement_credit", verdict.achievement_credit);
  put("elective", verdict.elective.done);
  put("total", verdict.total.done);
  return Json{{"units", units},
              {"hours", hours},
              {"complete", verdict.complete},
              {"reasons", codes_of(verdict.reasons)},
              {"notes", codes_of(verdict.notes)}};
}

}  // namespace ce::casebook
