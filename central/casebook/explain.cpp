#include "central/casebook/explain.h"

#include <algorithm>

#include "central/casebook/credit_cases.h"
#include "shared/credit/account.h"
#include "shared/credit/judge.h"
#include "shared/credit/roles.h"
#include "shared/credit/words.h"

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

// "4(1)" as a citation; what the regulation is silent about says so.
std::string citation(std::string_view article) {
  if (article.starts_with("silent")) return "（参照第四条第（二）项）";
  auto const open = article.find('(');
  int number = 0;
  for (char c : article.substr(0, open)) number = number * 10 + (c - '0');
  std::string text = "（" + credit::article_words(number);
  if (open != std::string_view::npos) {
    std::string_view const paragraphs = "一二三四";
    auto const paragraph = static_cast<std::size_t>(article[open + 1] - '1');
    text += "第（" + std::string{paragraphs.substr(paragraph * 3, 3)} + "）项";
  }
  return text + "）";
}

std::string_view subject_matter(credit::Assignment const& row) {
  if (row.activity) return credit::words_for(*row.activity);
  if (row.subject) return credit::words_for(*row.subject);
  return "证书";
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

std::string roles_text() {
  std::string text;
  for (credit::Assignment const& row : credit::assignments()) {
    text.append(credit::words_for(row.party)).append(" ").append(credit::words_for(row.duty)).append(" ");
    text.append(subject_matter(row)).append(citation(row.article)).append("\n");
  }
  return text;
}

}  // namespace ce::casebook
