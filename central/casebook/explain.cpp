#include "central/casebook/explain.h"

#include "central/casebook/credit_cases.h"
#include "shared/credit/account.h"
#include "shared/credit/judge.h"

namespace ce::casebook {
namespace {

Result<Json const*> find_case(Json const& file, std::string_view id) {
  Json const* cases = field(file, "credit_cases");
  if (cases == nullptr || !cases->is_array()) return malformed("credit_cases", "expected a list");
  for (std::size_t i = 0; i < cases->size(); ++i) {
    if (id_of((*cases)[i], i) == id) return &(*cases)[i];
  }
  return malformed("credit_cases", "none has the id " + std::string{id});
}

}  // namespace

Result<std::string> explain_case(std::string_view json_text, std::string_view id, Rulebook const& rules) {
  CE_TRY(Json const file, parse_case_file(json_text));
  CE_TRY(Json const* test_case, find_case(file, id));
  auto const read = credit_case_of(*test_case, rules);
  if (!read) return malformed("credit_cases " + std::string{id}, read.failure().detail);
  CreditCase const& given = *read;
  credit::Verdict const verdict = credit::judge(given.records, given.pack, given.guide, given.year);
  std::string text;
  for (std::string const& line : credit::account_of(verdict, given.records, given.pack)) text += line + '\n';
  return text;
}

}  // namespace ce::casebook
