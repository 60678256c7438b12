#include "central/casebook/explain.h"

#include "central/casebook/credit_cases.h"
#include "shared/credit/account.h"
#include "shared/credit/judge.h"

namespace ce::casebook {
namespace {

Result<Json const*> find_case(Json const& file, std::string_view id) {
  Json const* cases = field(file, "credit_cases");
  if (cases == nullptr || !cases->is_array()) return malformed("credit_cases", "expected a list");
  for (Json const& test_case : *cases) {
    Json const* own = field(test_case, "id");
    if (own != nullptr && *own == id) return &test_case;
  }
  return malformed("credit_cases", "none has the id " + std::string{id});
}

}  // namespace

Result<std::string> explain_case(std::string_view json_text, std::string_view id, Rulebook const& rules) {
  Json const file = Json::parse(json_text, nullptr, false);
  if (!file.is_object()) return Failure{FailureCode::input_invalid, "a case file is one JSON object"};
  CE_TRY(Json const* test_case, find_case(file, id));
  CE_TRY(CreditCase const given, credit_case_of(*test_case, rules));
  credit::Verdict const verdict = credit::judge(given.records, given.pack, given.guide, given.year);
  std::string text;
  for (std::string const& line : credit::account_of(verdict, given.records)) text += line + '\n';
  return text;
}

}  // namespace ce::casebook
